using Workbench.Data.NarratedKitchen;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class StillSamplerTests
{
    [Fact]
    public void Picture_i_depends_on_seed_and_i_alone()
    {
        using var one = new StillSampler(3, new() { Width = 112, Height = 112 });
        using var two = new StillSampler(3, new() { Width = 112, Height = 112 });
        for (int i = 0; i < 5; i++)
            one.Next();
        two.Position = 5;
        Still a = one.Next(), b = two.Next();
        Assert.Equal(a.Rgb, b.Rgb);
        Assert.Equal((a.Caption, a.Action, a.Contact), (b.Caption, b.Action, b.Contact));
        using var other = new StillSampler(4, new() { Width = 112, Height = 112 }) { Position = 5 };
        Assert.NotEqual(a.Rgb, other.Next().Rgb);
    }

    [Fact]
    public void Captions_name_every_action_and_things_and_places_too()
    {
        using var sampler = new StillSampler(1, new() { Width = 16, Height = 12 });
        Still[] stills = [.. Enumerable.Range(0, 3000).Select(_ => sampler.Next())];
        Assert.All(stills, s => Assert.Equal(16 * 12 * 3, s.Rgb.Length));
        Assert.All(stills, s => Assert.Equal(s.Action is null, s.Contact is null));
        Assert.All(stills.Where(s => s.Contact is not null), s => Assert.True(s.Contact!.Value.X is > 0 and < 16 && s.Contact.Value.Y is > 0 and < 12));
        Assert.Equal(KitchenAction.All.Select(a => a.Label).Order(StringComparer.Ordinal), stills.Select(s => s.Action).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(stills.Count(s => s.Action is not null) / 3000.0, 0.58, 0.66);
        foreach (string words in (string[])["a hand cuts a tomato", "peeling", "how to fry", "on the left", "red tomato", "two eggs", "cutting board", "talking", "wiping", "a heap of"])
            Assert.Contains(stills, s => s.Caption.Contains(words, StringComparison.Ordinal));
        Assert.True(stills.Select(s => s.Caption).Distinct().Count() > 1000);
    }
}
