using TorchSharp;
using TorchSharp.Modules;
using Workbench.Torch.Tests.Nn;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Workbench.Torch.Tests.Optim;

public class SchedulerTests
{
    public static IEnumerable<object[]> Names() => NnFixtures.Open("schedules").EnumerateObject()
        .Where(entry => entry.Name != "values").Select(entry => new object[] { entry.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_PyTorchs(string name)
    {
        using var optimizer = Make();
        var scheduler = Make(name, optimizer);
        var wanted = NnFixtures.Open("schedules").GetProperty(name);
        Same(wanted[0], optimizer, name, 0);
        for (var step = 1; step < wanted.GetArrayLength(); step++)
        {
            Advance(name, scheduler, step);
            Same(wanted[step], optimizer, name, step);
            Assert.Equal(optimizer.ParamGroups.Select(group => group.LearningRate), scheduler.get_last_lr());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_scheduler_goes_on_where_the_other_stopped(string name)
    {
        using var optimizer = Make();
        var scheduler = Make(name, optimizer);
        for (var step = 1; step <= 6; step++)
            Advance(name, scheduler, step);
        var state = SchedulerState.Export(scheduler);

        using var later = Make();
        var restored = Make(name, later);
        SchedulerState.Import(restored, state);
        for (var step = 7; step <= 12; step++)
        {
            Advance(name, scheduler, step);
            Advance(name, restored, step);
            Assert.Equal(optimizer.ParamGroups.Select(group => group.LearningRate), later.ParamGroups.Select(group => group.LearningRate));
        }
    }

    [Fact]
    public void The_state_of_another_kind_is_refused()
    {
        using var optimizer = Make();
        var state = SchedulerState.Export(Make("StepLR", optimizer));
        var error = Assert.Throws<ArgumentException>(() => SchedulerState.Import(Make("ReduceLROnPlateau", optimizer), state));
        Assert.Contains("bad_steps", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plateau_without_a_value_is_refused()
    {
        using var optimizer = Make();
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimizer).step());
    }

    private static SGD Make() => optim.SGD(
        [new SGD.ParamGroup([new Parameter(zeros(1))], lr: 0.5), new SGD.ParamGroup([new Parameter(zeros(1))], lr: 0.1)], 0.5);

    private static LRScheduler Make(string name, optim.Optimizer optimizer) => name switch
    {
        "LambdaLR" => LambdaLR(optimizer, epoch => Math.Pow(0.9, epoch) / (1 + epoch)),
        "MultiplicativeLR" => MultiplicativeLR(optimizer, epoch => 1 - 0.01 * epoch),
        "CosineAnnealingLR" => CosineAnnealingLR(optimizer, 6, 0.01),
        "LinearLR" => LinearLR(optimizer, 0.1, 0.8, 7),
        "ConstantLR" => ConstantLR(optimizer, 0.25, 4),
        "PolynomialLR" => PolynomialLR(optimizer, 9, 2),
        "StepLR" => StepLR(optimizer, 4, 0.3),
        "MultiStepLR" => MultiStepLR(optimizer, [3, 5, 5, 11], 0.5),
        "ExponentialLR" => ExponentialLR(optimizer, 0.8),
        "ReduceLROnPlateau" => ReduceLROnPlateau(optimizer, factor: 0.3, patience: 1, cooldown: 1, min_lr: [0.01]),
        "ReduceLROnPlateau of maxima" =>
            ReduceLROnPlateau(optimizer, "max", 0.5, patience: 2, threshold: 0.05, threshold_mode: "abs"),
        "SequentialLR" => SequentialLR(optimizer, [LinearLR(optimizer, 0.1, 1, 4), CosineAnnealingLR(optimizer, 8)], [4]),
        "ChainedLR" => ChainedLR([ConstantLR(optimizer, 0.1, 2), ExponentialLR(optimizer, 0.9)]),
        _ => throw new ArgumentException($"no scheduler for the case '{name}'"),
    };

    private static void Advance(string name, LRScheduler scheduler, int step)
    {
        if (name.StartsWith("ReduceLROnPlateau", StringComparison.Ordinal))
            scheduler.step(NnFixtures.Open("schedules").GetProperty("values")[step - 1].GetDouble());
        else
            scheduler.step();
    }

    private static void Same(System.Text.Json.JsonElement wanted, SGD optimizer, string name, int step)
    {
        foreach (var (k, group) in optimizer.ParamGroups.Index())
            Assert.True(
                Math.Abs(wanted[k].GetDouble() - group.LearningRate) <= 1e-13,
                $"{name}, step {step}, group {k}: {group.LearningRate:R}, expected {wanted[k].GetDouble():R}");
    }
}
