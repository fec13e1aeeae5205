using TorchSharp;
using Workbench.Losses;
using static TorchSharp.torch;

namespace Workbench.Tests.Losses;

[Trait("device", "any")]
public class SentenceContrastiveTests
{
    [Fact]
    public void The_positive_stands_once_as_printed_and_twice_as_released()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor score = tensor(new double[] { 2, 1, 0, 3 }, [2, 2]);
        // Row 1: e²/(e² + e¹ + e⁰); row 2: e³/(e³ + e⁰ + e¹).
        double first = -Math.Log(Math.Exp(2) / (Math.Exp(2) + Math.E + 1)), second = -Math.Log(Math.Exp(3) / (Math.Exp(3) + 1 + Math.E));
        Assert.Equal((first + second) / 2, SentenceContrastive.Loss(score).item<double>(), 1e-12);
        Assert.Equal(first + second, SentenceContrastive.Loss(score, sum: true).item<double>(), 1e-12);
        Assert.Equal(0.84962381, JointNoiseContrastive.Loss(score).item<double>(), 1e-8);
        Tensor perfect = eye(3, dtype: ScalarType.Float64) * 100;
        Assert.Equal(0, SentenceContrastive.Loss(perfect).item<double>(), 1e-12);
        Assert.Equal(Math.Log(2), JointNoiseContrastive.Loss(perfect).item<double>(), 1e-12);
        Assert.Equal(Math.Log(2 * 4 - 1), SentenceContrastive.Loss(zeros(4, 4, ScalarType.Float64)).item<double>(), 1e-12);
        Assert.Throws<ArgumentException>(() => SentenceContrastive.Loss(zeros(2, 3)));
    }

    [Fact]
    public void Words_are_told_from_those_of_other_clips_and_padding_counts_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        // Two clips, two sentences of two words, the second with one.
        Tensor score = tensor(new double[] { 1, 2, 0, 9, 0, 1, 3, -7 }, [2, 2, 2]), mask = tensor(new[] { true, true, true, false }, [2, 2]);
        double a = Math.Log(1 + Math.Exp(-1)), b = Math.Log(1 + Math.Exp(-1)), c = Math.Log(1 + Math.Exp(-3));
        Assert.Equal(a + b + c, WordContrastive.Loss(score, mask, sum: true).item<double>(), 1e-12);
        Assert.Equal(((a + b) / 2 + c) / 2, WordContrastive.Loss(score, mask).item<double>(), 1e-12);
        Assert.Throws<ArgumentException>(() => WordContrastive.Loss(score, mask.t()[TensorIndex.Slice(0, 1)]));
    }
}
