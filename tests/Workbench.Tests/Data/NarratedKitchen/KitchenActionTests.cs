using Workbench.Data.NarratedKitchen;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class KitchenActionTests
{
    [Fact]
    public void There_are_at_least_24_different_actions_that_share_verbs_and_objects()
    {
        Assert.True(KitchenAction.All.Count >= 24);
        Assert.Equal(KitchenAction.All.Count, KitchenAction.All.Distinct().Count());
        Assert.All(Enum.GetValues<Ingredient>(), o => Assert.True(KitchenAction.All.Count(a => a.Ingredient == o) >= 2, $"{o} must occur with two verbs"));
        Assert.True(KitchenAction.All.GroupBy(a => a.Verb).Count(g => g.Count() >= 2) >= 8);
        Assert.Equal("cut tomato", new KitchenAction(Verb.Cut, Ingredient.Tomato).Label);
    }
}
