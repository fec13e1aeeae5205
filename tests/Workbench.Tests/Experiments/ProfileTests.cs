using Workbench.Experiments;

namespace Workbench.Tests.Experiments;

public class ProfileTests
{
    [Fact]
    public void Names_of_files_say_seeds_that_are_not_the_profiles_own()
    {
        Assert.Equal("", Profile.Quick.SeedsInNames);
        Assert.Equal("", Profile.Full.SeedsInNames);
        Assert.Equal("-seeds-1-2-3", Profile.Quick.With([1, 2, 3]).SeedsInNames);
        Assert.Equal("-seeds-1", Profile.Full.With([1]).SeedsInNames);
        Assert.Equal(Profile.Quick.Steps, Profile.Quick.With([7]).Steps);
    }

    [Theory]
    [InlineData()]
    [InlineData(1L, 1L)]
    [InlineData(-1L)]
    public void Seeds_are_different_numbers_from_0_on(params long[] seeds) =>
        Assert.Contains("different numbers", Assert.Throws<ArgumentException>(() => Profile.Quick.With(seeds)).Message, StringComparison.Ordinal);
}
