using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// An endless source of pictures with captions for pre-training a small CLIP, from kitchens that no video has.
/// Picture i depends on the seed and on i alone. Not for several threads at once: give each its own seed.
/// </summary>
public sealed class StillSampler : IDisposable
{
    /// <summary>The seed space of stills; videos use others.</summary>
    private const ulong Space = 0x5354494C4C;

    private static readonly Ingredient[] Ingredients = Enum.GetValues<Ingredient>();

    private readonly ulong _seed;
    private readonly StillOptions _options;
    private readonly Canvas _canvas;

    public StillSampler(long seed, StillOptions? options = null)
    {
        _seed = unchecked((ulong)seed);
        _options = options ?? new();
        _canvas = new(_options.Width, _options.Height);
    }

    /// <summary>How many pictures were drawn; set it to go on from another place.</summary>
    public long Position { get; set; }

    /// <summary>Draws the next picture.</summary>
    public Still Next()
    {
        var random = new StableRandom(StableRandom.Combine(Space, _seed, (ulong)Position++));
        KitchenLook look = KitchenLook.Create(random, PaletteFamily.Stills);
        _canvas.Save();
        _canvas.Scale(_options.Width / (double)Drawing.Scene.Width, _options.Height / (double)Drawing.Scene.Height);
        try
        {
            double kind = random.NextDouble();
            if (kind < _options.ActionShare)
                return Action(random, look);
            double rest = (kind - _options.ActionShare) / (1 - _options.ActionShare);
            return rest < 0.45 ? Things(random, look) : rest < 0.75 ? Hand(random, look) : rest < 0.9 ? Person(random, look) : Broll(random, look);
        }
        finally
        {
            _canvas.Restore();
        }
    }

    public void Dispose() => _canvas.Dispose();

    private Still Action(StableRandom random, KitchenLook look)
    {
        KitchenAction action = random.Pick(KitchenAction.All);
        Scene scene = SceneBuilder.Build(random, look, _options.Scene, action);
        scene.DrawStill(_canvas);
        scene.DrawAction(_canvas, random.Range(0, 10), random.NextDouble());
        string caption = random.Chance(_options.CaptionNamesAction)
            ? StillCaptions.Action(random, action, scene)
            : StillCaptions.Things(random, scene, action.Ingredient);
        return Finish(look, caption, action.Label, new(
            scene.Contact.X * _options.Width / Drawing.Scene.Width, scene.Contact.Y * _options.Height / Drawing.Scene.Height));
    }

    private Still Things(StableRandom random, KitchenLook look)
    {
        Scene scene = SceneBuilder.Build(random, look, _options.Scene with { OthersFrom = 1, OthersTo = 5 }, null);
        scene.DrawStill(_canvas);
        return Finish(look, StillCaptions.Things(random, scene, null));
    }

    private Still Hand(StableRandom random, KitchenLook look)
    {
        Scene scene = SceneBuilder.Build(random, look, _options.Scene, null);
        scene.DrawStill(_canvas);
        int kind = random.Below(IdleHandArt.Kinds);
        Ingredient held = random.Pick(Ingredients);
        IdleHandArt.Draw(_canvas, kind, look, random.Range(80, 240), random.Range(100, 200), scene.Scale, random.Chance(0.5), random.Range(0, 9), held);
        return Finish(look, StillCaptions.Hand(random, kind, held));
    }

    private Still Person(StableRandom random, KitchenLook look)
    {
        KitchenArt.Room(_canvas, look, random.Range(150, 220), 1, random);
        Ingredient? shown = random.Chance(0.5) ? random.Pick(Ingredients) : null;
        PersonArt.Draw(_canvas, look, random.Range(90, 230), random.Range(0.8, 1.15), random.Range(0, 9), shown);
        return Finish(look, StillCaptions.Person(random, shown));
    }

    private Still Broll(StableRandom random, KitchenLook look)
    {
        int kind = random.Below(BrollArt.Kinds);
        Ingredient ingredient = random.Pick(Ingredients);
        BrollArt.Draw(_canvas, kind, look, ingredient, random.NextUInt64());
        BrollArt.Steam(_canvas, kind, random.Range(0, 9));
        return Finish(look, StillCaptions.Broll(random, kind, ingredient));
    }

    private Still Finish(KitchenLook look, string caption, string? action = null, Point? contact = null) =>
        new(_canvas.ToRgb(look.Light), _options.Width, _options.Height, caption, action, contact);
}
