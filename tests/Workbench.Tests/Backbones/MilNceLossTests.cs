using TorchSharp;
using Workbench.Backbones.Pretraining;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public sealed class MilNceLossTests
{
    /// <summary>systems.md 11.1: with one candidate MIL-NCE is the released code's joint loss.</summary>
    [Theory]
    [InlineData(new double[] { 2, 1, 0, 3 }, 0.84962381)]
    [InlineData(new double[] { 1, 0, 0, 1 }, 1.00640887)]
    [InlineData(new double[] { 5, 1, 0, 2, 4, 1, 0, 0, 3 }, 0.79057410)]
    public void One_candidate_gives_the_worked_values(double[] scores, double expected)
    {
        int batch = (int)Math.Sqrt(scores.Length);
        // Clips are axes, so that a caption's coordinates are its scores with each clip.
        using Tensor clips = eye(batch, dtype: ScalarType.Float64), captions = tensor(scores, [batch, batch]).t().unsqueeze(1), loss = MilNceLoss.Compute(clips, captions);
        Assert.Equal(expected, loss.ToDouble(), 1e-8);
    }

    [Fact]
    public void Several_candidates_sum_in_the_numerator_and_twice_in_the_denominator()
    {
        double[,,] score = { { { 1.5, -0.5 }, { 0.25, 2 } }, { { 0.5, 1 }, { -1, 0.75 } } };
        using Tensor clips = eye(2, dtype: ScalarType.Float64);
        // captions[j, c] has coordinate i = score[i, j, c].
        using Tensor captions = tensor([1.5, 0.5, -0.5, 1, 0.25, -1, 2, 0.75], [2, 2, 2], dtype: ScalarType.Float64);
        double expected = 0;
        for (int i = 0; i < 2; i++)
        {
            double own = 0, all = 0;
            for (int j = 0; j < 2; j++)
                for (int c = 0; c < 2; c++)
                {
                    own += i == j ? Math.Exp(score[i, j, c]) : 0;
                    all += Math.Exp(score[i, j, c]) + Math.Exp(score[j, i, c]);
                }

            expected += (Math.Log(all) - Math.Log(own)) / 2;
        }

        using Tensor loss = MilNceLoss.Compute(clips, captions);
        Assert.Equal(expected, loss.ToDouble(), 1e-10);
    }

    [Fact]
    public void Other_shapes_are_named()
    {
        using Tensor clips = zeros(2, 3), captions = zeros(2, 4, 5);
        Assert.Contains("[2, 4, 5]", Assert.Throws<ArgumentException>(() => MilNceLoss.Compute(clips, captions)).Message, StringComparison.Ordinal);
    }
}
