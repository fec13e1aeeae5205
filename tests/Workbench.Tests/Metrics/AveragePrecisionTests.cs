using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class AveragePrecisionTests
{
    [Fact]
    public void A_perfect_ranking_scores_1_but_ten_elevenths_by_V_HICO()
    {
        bool[] perfect = [true, true, true];
        Assert.Equal(1, AveragePrecision.Of(perfect, 3, ApRule.Envelope), 12);
        Assert.Equal(1, AveragePrecision.Of(perfect, 3, ApRule.Trapezoid), 12);
        Assert.Equal(0.90909, AveragePrecision.Of(perfect, 3, ApRule.Vhico11), 5);
    }

    [Fact]
    public void One_right_then_one_wrong_of_two_scores_six_elevenths_by_V_HICO() =>
        Assert.Equal(0.54545, AveragePrecision.Of([true, false], 2, ApRule.Vhico11), 5);

    [Fact]
    public void A_case_by_hand()
    {
        // wrong, right, wrong, right of 4: precisions 0, 1/2, 1/3, 1/2 at recalls 0, 1/4, 1/4, 1/2.
        bool[] ranked = [false, true, false, true];
        Assert.Equal(0.25 * 0.5 + 0.25 * 0.5, AveragePrecision.Of(ranked, 4, ApRule.Envelope), 12);
        // Trapezoids: no width at recall 0; 1/4·(0 + 1/2)/2; no width; 1/4·(1/3 + 1/2)/2.
        Assert.Equal(0.25 * 0.25 + 0.25 * (5.0 / 12), AveragePrecision.Of(ranked, 4, ApRule.Trapezoid), 12);
        // Levels 0 to 0.5 find a best precision of 1/2, the others none.
        Assert.Equal(6 * 0.5 / 11, AveragePrecision.Of(ranked, 4, ApRule.Vhico11), 12);
    }

    [Fact]
    public void Nothing_found_scores_0_and_no_ground_truth_is_an_error()
    {
        foreach (var rule in Enum.GetValues<ApRule>())
        {
            Assert.Equal(0, AveragePrecision.Of([], 2, rule));
            Assert.Equal(0, AveragePrecision.Of([false, false], 2, rule));
            Assert.Throws<ArgumentException>(() => AveragePrecision.Of([false], 0, rule));
            Assert.Throws<ArgumentException>(() => AveragePrecision.Of([true, true], 1, rule));
        }
    }

    [Fact]
    public void Each_rule_agrees_with_its_definition_on_random_rankings()
    {
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            bool[] ranked = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(2) == 0)];
            int positives = Math.Max(1, ranked.Count(hit => hit)) + random.Next(4);
            var curve = Enumerable.Range(1, ranked.Length).Select(k => (Precision: ranked.Take(k).Count(hit => hit) / (double)k, Hits: ranked.Take(k).Count(hit => hit))).ToArray();
            double Best(Func<int, bool> reached) => curve.Where(point => reached(point.Hits)).Select(point => point.Precision).DefaultIfEmpty(0).Max();

            double envelope = Enumerable.Range(1, positives).Sum(hit => Best(hits => hits >= hit)) / positives;
            Assert.Equal(envelope, AveragePrecision.Of(ranked, positives, ApRule.Envelope), 10);
            double eleven = Enumerable.Range(0, 10).Sum(level => Best(hits => 10 * hits >= level * positives)) / 11;
            Assert.Equal(eleven, AveragePrecision.Of(ranked, positives, ApRule.Vhico11), 10);
            double trapezoid = 0;
            for (int k = 0; k < ranked.Length; k++)
                if (ranked[k])
                    trapezoid += (curve[k].Precision + (k > 0 ? curve[k - 1].Precision : 1)) / 2 / positives;
            Assert.Equal(trapezoid, AveragePrecision.Of(ranked, positives, ApRule.Trapezoid), 10);
        }
    }
}
