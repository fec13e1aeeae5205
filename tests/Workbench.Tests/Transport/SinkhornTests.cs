using TorchSharp;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Tests.Transport;

[Trait("device", "any")]
public class SinkhornTests
{
    /// <summary>systems.md fixture 11.3: 4 frames × 2 words.</summary>
    private static readonly double[,] P = { { .30, .10 }, { .25, .20 }, { .05, .28 }, { .10, .12 } };

    [Fact]
    public void Three_sweeps_give_the_plan_of_the_public_helper()
    {
        using var scope = NewDisposeScope();
        // The public helper starts from the kernel divided by its total and ends on frames; only the scale of the first step differs.
        using TransportPlan plan = Sinkhorn.Solve(from_array(P).unsqueeze(0));
        double[,] expected = { { .975218, .024782 }, { .662073, .337927 }, { .007193, .992807 }, { .325754, .674246 } };
        Fixture.Close(from_array(expected), plan.Plan_BUK[0] * 4, 2e-6);
        Assert.Equal(3, plan.Sweeps);
    }

    [Fact]
    public void The_transposed_orientation_gives_the_row_sums_of_the_public_helper()
    {
        using var scope = NewDisposeScope();
        using TransportPlan plan = Sinkhorn.Solve(from_array(P).unsqueeze(0), wordsLast: true);
        double[] expected = [.491781, .496793, .508761, .502665];
        Fixture.Close(tensor(expected), plan.Plan_BUK[0].sum(1) * 2, 2e-6);
    }

    [Fact]
    public void Plans_agree_with_textbook_scaling_in_the_linear_domain()
    {
        using var scope = NewDisposeScope();
        var fixture = Fixture.Json("models/models.json").GetProperty("sinkhorn");
        Tensor similarity = Fixture.Tensor(fixture.GetProperty("similarity")).unsqueeze(0);
        using TransportPlan three = Sinkhorn.Solve(similarity, new SinkhornOptions { Epsilon = 0.25 });
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("three")), three.Plan_BUK[0], 1e-12);
        using TransportPlan all = Sinkhorn.Solve(similarity, SinkhornOptions.Converged with { Epsilon = 0.25, Tolerance = 1e-12 });
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("converged")), all.Plan_BUK[0], 1e-9);
        Assert.True(all.Converged);
        Assert.True(all.MarginalError <= 1e-12);
    }

    [Theory]
    [InlineData(1, 3, 0, false)]
    [InlineData(1, 50, 0, true)]
    [InlineData(20, 3, 0, false)]
    [InlineData(60, 400, 0, true)]
    [InlineData(5, 2000, 1e-9, false)]
    [InlineData(5, 2000, 1e-9, true)]
    public void Scaling_and_logarithms_give_the_same_plan(double sharpness, int sweeps, double tolerance, bool wordsLast)
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        Tensor kernel = randn(5, 11, 6, ScalarType.Float64) * sharpness, mass = rand(5, 6, ScalarType.Float64);
        mass[TensorIndex.Colon, 5] = 0;
        mass = mass / mass.sum(1, true);
        var options = new SinkhornOptions { MaxSweeps = sweeps, Tolerance = tolerance };
        foreach (Tensor? words in new[] { mass, null })
        {
            TransportPlan logarithms = Sinkhorn.InLogDomain(kernel, options, words, wordsLast), scaling = Sinkhorn.Scaled(kernel, options, words, wordsLast)!;
            Fixture.Close(logarithms.Plan_BUK, scaling.Plan_BUK, 1e-11);
            Assert.Equal(logarithms.Sweeps, scaling.Sweeps);
            Assert.Equal(logarithms.Converged, scaling.Converged);
            Assert.Equal(logarithms.MarginalError, scaling.MarginalError, 1e-11);
        }
    }

    [Fact]
    public void A_converged_plan_has_both_marginals_and_too_few_sweeps_say_so()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Tensor similarity = randn(3, 9, 4, ScalarType.Float64);
        using TransportPlan plan = Sinkhorn.Solve(similarity, SinkhornOptions.Converged with { Epsilon = 0.5 });
        Fixture.Close(full([3, 9], 1 / 9.0, ScalarType.Float64), plan.Plan_BUK.sum(2), 1e-5);
        Fixture.Close(full([3, 4], 1 / 4.0, ScalarType.Float64), plan.Plan_BUK.sum(1), 1e-5);
        using TransportPlan hasty = Sinkhorn.Solve(similarity, new SinkhornOptions { Epsilon = 0.01, MaxSweeps = 1 });
        Assert.False(hasty.Converged);
        Assert.True(hasty.MarginalError > 1e-3);
    }

    [Fact]
    public void Similarities_that_overflow_an_exponential_are_solved()
    {
        using var scope = NewDisposeScope();
        using TransportPlan plan = Sinkhorn.Solve(tensor(new float[] { 100, -100, 50, 3, 90, 80 }, 1, 3, 2), new SinkhornOptions { Epsilon = 0.001 });
        Assert.True(plan.Plan_BUK.isfinite().all().item<bool>());
        Assert.Equal(1, plan.Plan_BUK.sum().item<float>(), 4);
    }

    [Fact]
    public void A_word_without_mass_moves_nothing()
    {
        using var scope = NewDisposeScope();
        using TransportPlan plan = Sinkhorn.Solve(from_array(P).unsqueeze(0), words_BK: tensor(new double[] { 1, 0 }, 1, 2));
        Assert.Equal(0, plan.Plan_BUK[0].select(1, 1).sum().item<double>());
        Assert.Equal(1, plan.Plan_BUK.sum().item<double>(), 9);
    }

    [Fact]
    public void Wrong_shapes_and_numbers_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("(4, 2)", Assert.Throws<ArgumentException>(() => Sinkhorn.Solve(from_array(P))).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => Sinkhorn.Solve(full([1, 2, 2], double.NaN))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sinkhorn.Solve(from_array(P).unsqueeze(0), new SinkhornOptions { Epsilon = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sinkhorn.Solve(from_array(P).unsqueeze(0), new SinkhornOptions { MaxSweeps = 0 }));
    }
}
