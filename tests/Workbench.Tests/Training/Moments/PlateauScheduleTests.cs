using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Training.Moments;

public class PlateauScheduleTests
{
    [Theory]
    [InlineData(PlateauRule.AsMeant)]
    [InlineData(PlateauRule.AsCoded)]
    public void Rates_are_those_of_the_scheduler_that_keeps_a_state(PlateauRule rule)
    {
        using var scope = NewDisposeScope();
        var random = new Random(3);
        double[] losses = [.. Enumerable.Range(0, 60).Select(i => 1.0 / (1 + (i / 6)) + (0.2 * random.NextDouble()))];
        using var parameter = new TorchSharp.Modules.Parameter(zeros(1));
        using var optimizer = optim.Adam([parameter], lr: 0.01);
        var scheduler = new optim.lr_scheduler.impl.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 3);
        var rates = new HashSet<double>();
        for (int i = 0; i < losses.Length; i++)
        {
            scheduler.step(rule == PlateauRule.AsCoded ? -losses[i] : losses[i]);
            double rate = PlateauSchedule.Rate(0.01, losses[..(i + 1)], rule, 0.5, 3);
            Assert.Equal(optimizer.ParamGroups.First().LearningRate, rate, 12);
            rates.Add(rate);
        }

        Assert.True(rates.Count > 2);
    }

    [Fact]
    public void As_coded_the_rate_falls_while_the_loss_does()
    {
        double[] falling = [.. Enumerable.Range(0, 40).Select(i => 1.0 / (i + 1))];
        Assert.Equal(0.01, PlateauSchedule.Rate(0.01, falling, PlateauRule.AsMeant, 0.8, 20));
        Assert.Equal(0.008, PlateauSchedule.Rate(0.01, falling, PlateauRule.AsCoded, 0.8, 20), 12);
        Assert.Equal(0.01, PlateauSchedule.Rate(0.01, falling, PlateauRule.Never, 0.8, 20));
    }
}
