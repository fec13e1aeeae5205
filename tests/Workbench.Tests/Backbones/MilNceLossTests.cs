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
    public void Captions_left_out_count_in_neither_half_of_the_denominator()
    {
        using Tensor clips = eye(2, dtype: ScalarType.Float64);
        using Tensor captions = tensor([1.5, 0.5, -0.5, 1, 0.25, -1, 2, 0.75], [2, 2, 2], dtype: ScalarType.Float64);
        // Caption 1 of clip 1 (score 2 with clip 0) says what clip 0's says, and the other way round (caption 0 of clip 0, score 0.5 with clip 1).
        using Tensor left = tensor([false, false, false, true, true, false, false, false], [2, 2, 2]), loss = MilNceLoss.Compute(clips, captions, left);
        double own0 = Math.Exp(1.5) + Math.Exp(-0.5), own1 = Math.Exp(-1) + Math.Exp(0.75);
        double all0 = own0 + Math.Exp(0.25) + own0 + Math.Exp(1), all1 = own1 + Math.Exp(1) + own1 + Math.Exp(0.25);
        Assert.Equal((Math.Log(all0 / own0) + Math.Log(all1 / own1)) / 2, loss.ToDouble(), 1e-10);
        using Tensor wrong = zeros([2, 2], dtype: ScalarType.Bool);
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => MilNceLoss.Compute(clips, captions, wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_shapes_are_named()
    {
        using Tensor clips = zeros(2, 3), captions = zeros(2, 4, 5);
        Assert.Contains("[2, 4, 5]", Assert.Throws<ArgumentException>(() => MilNceLoss.Compute(clips, captions)).Message, StringComparison.Ordinal);
    }
}
