using TorchSharp;
using TorchSharp.Modules;
using Workbench.Torch.Tests.Nn;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Optim;

public class OptimizerFixtureTests
{
    public static IEnumerable<object[]> Names() =>
        NnFixtures.Open("optimisers").EnumerateObject().Select(entry => new object[] { entry.Name });

    [Theory]
    [Trait("device", "any")]
    [MemberData(nameof(Names))]
    public void Twenty_steps_follow_PyTorchs_path(string name) => Follow(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Twenty_steps_without_the_shims_operator_follow_it_too(string name)
    {
        NativeOperators.Enabled = false;
        try
        {
            Follow(name);
        }
        finally
        {
            NativeOperators.Enabled = true;
        }
    }

    private static void Follow(string name)
    {
        var path = NnFixtures.Open("optimisers").GetProperty(name);
        using var descent = new Descent((weight, bias) => Make(name, weight, bias));
        for (var step = 1; step <= 20; step++)
        {
            var reached = descent.Step(step - 1);
            if (!path.TryGetProperty($"{step}", out var wanted))
                continue;
            double[] expected = [.. wanted.EnumerateArray().Select(NnFixtures.Number)];
            for (var k = 0; k < expected.Length; k++)
                Assert.True(
                    Math.Abs(expected[k] - reached[k]) <= 1e-11 * (1 + Math.Abs(expected[k])),
                    $"step {step}, number {k}: {reached[k]:R}, expected {expected[k]:R}");
        }
    }

    [Fact]
    public void A_first_step_of_Adam_worked_by_hand()
    {
        // m = 0.1 g, v = 0.001 g², both corrected to g and g²: the step is lr g / (|g| + eps).
        using var x = new Parameter(tensor(new[] { 1.0, -2.0 }));
        using var optimizer = optim.Adam([x], lr: 0.5, eps: 1e-3);
        x.grad = tensor(new[] { 0.25, -4.0 });
        optimizer.step();
        Assert.Equal([1 - 0.5 * 0.25 / 0.251, -2 + 0.5 * 4 / 4.001], x.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void AdamW_shrinks_before_it_steps()
    {
        using var x = new Parameter(tensor(new[] { 10.0 }));
        using var optimizer = optim.AdamW([x], lr: 0.1, weight_decay: 0.5, eps: 0);
        x.grad = tensor(new[] { 3.0 });
        optimizer.step();
        Assert.Equal(10 * (1 - 0.05) - 0.1, x.item<double>(), 12);
    }

    [Fact]
    public void A_closure_is_run_with_history_and_its_loss_returned()
    {
        using var x = new Parameter(tensor(new[] { 3.0 }));
        using var optimizer = optim.SGD([x], 0.1);
        using var loss = optimizer.step(() =>
        {
            var square = (x * x).sum();
            square.backward();
            return square;
        });
        Assert.Equal(9, loss!.item<double>(), 12);
        Assert.Equal(3 - 0.6, x.item<double>(), 12);
    }

    [Fact]
    public void A_parameter_in_two_groups_is_refused()
    {
        using var x = new Parameter(zeros(2));
        Assert.Throws<ArgumentException>(() => optim.SGD([new SGD.ParamGroup([x]), new SGD.ParamGroup([x])], 0.1));
    }

    [Theory]
    [InlineData(-1, 0.9, 0.999)]
    [InlineData(0.1, 1.0, 0.999)]
    [InlineData(0.1, 0.9, -0.1)]
    public void Numbers_outside_their_range_are_refused(double lr, double beta1, double beta2)
    {
        using var x = new Parameter(zeros(2));
        var error = Assert.Throws<ArgumentException>(() => optim.AdamW([x], lr, beta1, beta2));
        Assert.Contains($"{lr}", error.Message, StringComparison.Ordinal);
    }

    private static optim.Optimizer Make(string name, Parameter weight, Parameter bias)
    {
        Parameter[] both = [weight, bias];
        return name switch
        {
            "SGD" => optim.SGD(both, 0.01),
            "SGD with momentum" => optim.SGD(both, 0.01, momentum: 0.9, dampening: 0.1, weight_decay: 0.02),
            "SGD of Nesterov" => optim.SGD(both, 0.01, momentum: 0.8, nesterov: true),
            "SGD uphill" => optim.SGD(both, 0.001, momentum: 0.5, maximize: true),
            "Adam" => optim.Adam(both, 0.05),
            "Adam with decay" => optim.Adam(both, 0.05, 0.8, 0.95, 1e-6, weight_decay: 0.1),
            "Adam with AMSGrad" => optim.Adam(both, 0.05, amsgrad: true),
            "Adam uphill" => optim.Adam(both, 0.01, maximize: true),
            "AdamW" => optim.AdamW(both, 0.05, weight_decay: 0.01),
            "AdamW with AMSGrad" => optim.AdamW(both, 0.05, 0.9, 0.98, weight_decay: 0.2, amsgrad: true),
            "AdamW with groups" => optim.AdamW(
                [
                    new AdamW.ParamGroup { Parameters = [weight] },
                    new AdamW.ParamGroup([bias], new AdamW.Options { LearningRate = 0.002, weight_decay = 0 }),
                ], 0.05, weight_decay: 0.1),
            _ => throw new ArgumentException($"no optimiser for the case '{name}'"),
        };
    }
}
