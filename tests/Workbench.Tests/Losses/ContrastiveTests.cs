using TorchSharp;
using Workbench.Losses;
using static TorchSharp.torch;

namespace Workbench.Tests.Losses;

[Trait("device", "any")]
public class ContrastiveTests
{
    private static readonly double[][,] Scores =
    [
        new double[,] { { 2, 1 }, { 0, 3 } },
        new double[,] { { 1, 0 }, { 0, 1 } },
        new double[,] { { 5, 1, 0 }, { 2, 4, 1 }, { 0, 0, 3 } },
    ];

    [Theory]
    [InlineData(0, 0.84962381)]
    [InlineData(1, 1.00640887)]
    [InlineData(2, 0.79057410)]
    public void The_joint_loss_agrees_with_the_published_code_on_known_scores(int scores, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, JointNoiseContrastive.Loss(from_array(Scores[scores])).item<double>(), 7);
    }

    [Theory]
    [InlineData(0, 0.30813003)]
    [InlineData(2, 0.19359131)]
    public void The_margin_loss_agrees_with_the_published_code_on_known_scores(int scores, double expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, MaskedMarginSoftmax.Loss(from_array(Scores[scores])).item<double>(), 7);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Equal_scores_cost_ln_2N_jointly_and_2_ln_N_as_printed(int n)
    {
        using var scope = NewDisposeScope();
        Tensor equal = ones(n, n, ScalarType.Float64) * 3;
        Assert.Equal(Math.Log(2 * n), JointNoiseContrastive.Loss(equal).item<double>(), 9);
        Assert.Equal(2 * Math.Log(n), NoiseContrastive.Loss(equal).item<double>(), 9);
    }

    [Fact]
    public void The_joint_loss_never_falls_below_ln_2_and_the_printed_one_reaches_0()
    {
        using var scope = NewDisposeScope();
        Tensor sure = eye(4, dtype: ScalarType.Float64) * 200;
        Assert.Equal(Math.Log(2), JointNoiseContrastive.Loss(sure).item<double>(), 9);
        Assert.Equal(0, NoiseContrastive.Loss(sure).item<double>(), 9);
    }

    [Fact]
    public void The_margin_loss_without_margin_is_Equation_1()
    {
        using var scope = NewDisposeScope();
        Tensor score = from_array(Scores[2]);
        Assert.Equal(NoiseContrastive.Loss(score).item<double>(), MaskedMarginSoftmax.Loss(score, 0).item<double>(), 12);
        Assert.True(MaskedMarginSoftmax.Loss(score, 0.5).item<double>() > NoiseContrastive.Loss(score).item<double>());
    }

    [Fact]
    public void A_margin_in_every_exponent_cancels_as_in_Equation_1()
    {
        using var scope = NewDisposeScope();
        Tensor score = from_array(Scores[2]);
        Assert.Equal(NoiseContrastive.Loss(score).item<double>(), NoiseContrastive.Loss(score - 0.7).item<double>(), 12);
    }

    [Fact]
    public void A_matrix_that_is_not_square_is_named_with_its_shape()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => JointNoiseContrastive.Loss(zeros(2, 3)));
        Assert.Contains("(2, 3)", error.Message, StringComparison.Ordinal);
    }
}
