using Workbench.Training;

namespace Workbench.Tests.Training;

public class LearningRateTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0.5)]
    [InlineData(10, 1)]
    [InlineData(60, 0.5)]
    [InlineData(110, 0)]
    public void The_rate_warms_up_linearly_and_falls_by_half_a_cosine(int step, double expected) =>
        Assert.Equal(expected, LearningRate.Factor(step, 10, 110), 12);
}
