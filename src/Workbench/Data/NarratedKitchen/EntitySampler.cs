using Workbench.Data.Entities;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// Kitchen stills with five captions each, the boxes of what these name, and region proposals: what Flickr30k Entities and a detector give. Picture i depends on the seed and on i alone.
/// </summary>
public sealed class EntitySampler : IDisposable
{
    /// <summary>Captions of a picture.</summary>
    public const int Captions = 5;

    private const ulong Space = 0x454E544954;
    private readonly ulong _seed;
    private readonly Canvas _canvas;

    /// <param name="seed">Of all pictures.</param>
    /// <param name="width">Size to draw in.</param>
    /// <param name="height">Size to draw in.</param>
    public EntitySampler(long seed, int width = Scene.Width, int height = Scene.Height) => (_seed, _canvas) = (unchecked((ulong)seed), new Canvas(width, height));

    /// <summary>Draws picture <paramref name="index"/>.</summary>
    public EntityStill Draw(int index)
    {
        ulong seed = StableRandom.Combine(Space, _seed, (ulong)index);
        var random = new StableRandom(seed);
        KitchenLook look = KitchenLook.Create(random, PaletteFamily.Stills);
        KitchenAction? action = random.Chance(0.5) ? random.Pick(KitchenAction.All) : null;
        Scene scene = SceneBuilder.Build(random, look, new SceneOptions { CentralShare = 0.45, OthersFrom = 2, OthersTo = 5, PropsTo = 2 }, action);
        _canvas.Save();
        _canvas.Scale(_canvas.Width / (double)Scene.Width, _canvas.Height / (double)Scene.Height);
        scene.DrawStill(_canvas);
        scene.DrawAction(_canvas, random.Range(0, 10), random.NextDouble());
        _canvas.Restore();

        Entity[] entities = [.. Entities(scene, look, index * 100)];
        var sentences = new List<string>();
        for (int i = 0; i < Captions; i++)
            sentences.Add(Caption(random, entities, action, index * 100));
        var boxes = entities.Where(e => e.Boxes.Count > 0).ToDictionary(e => e.Id, e => (IReadOnlyList<Box>)e.Boxes, StringComparer.Ordinal);
        string id = $"{1000000 + index}";
        var image = new EntityImage(id, Scene.Width, Scene.Height, [.. sentences.Select((s, i) => Flickr30kEntitiesReader.ParseSentence(s, id, i + 1))], boxes);
        return new EntityStill(image, sentences, Proposals(entities, seed), [.. entities.Where(e => e.Boxes.Count == 0).Select(e => e.Id)], _canvas.ToRgb(look.Light), _canvas.Width, _canvas.Height);
    }

    /// <summary>Writes what was drawn last as .png.</summary>
    public void WritePng(string path) => _canvas.WritePng(path);

    public void Dispose() => _canvas.Dispose();

    private sealed record Entity(string Id, string Type, string Name, int Count, List<Box> Boxes, bool Acted);

    /// <summary>One entity for each kind of thing, with a box for each piece, the worked one first; and the cook and the counter, who have none.</summary>
    private static IEnumerable<Entity> Entities(Scene scene, KitchenLook look, int first)
    {
        int number = first;
        if (scene.Action is { } action)
            yield return new Entity($"{++number}", "other", Name(action.Ingredient), 1, [Whole(TruthBuilder.Acted(action, scene))], true);
        foreach (var kind in scene.Things.Where(t => t.Kind is { } k && k != scene.Action?.Ingredient).GroupBy(t => t.Kind!.Value))
            yield return new Entity($"{++number}", "other", Name(kind.Key), kind.Count(), [.. kind.Select(t => Whole(t.Box))], false);
        foreach (var prop in scene.Things.Where(t => t.Kind is null).GroupBy(t => t.Prop))
            yield return new Entity($"{++number}", "other", StillCaptions.NameOf(prop.Key), prop.Count(), [.. prop.Select(t => Whole(t.Box))], false);
        yield return new Entity($"{++number}", "people", "cook", 1, [], false);
        yield return new Entity($"{++number}", "scene", "counter", 1, [], false);
    }

    private static string Caption(StableRandom random, Entity[] entities, KitchenAction? action, int first)
    {
        List<Entity> things = [.. entities.Where(e => e.Boxes.Count > 0 && !e.Acted)];
        random.Shuffle(things);
        string list = string.Join(" and ", things.Take(random.Between(1, 3)).Select(Phrase));
        string place = random.Chance(0.5) ? $" on {Marked(entities[^1], "the counter")}" : "";
        if (action is not { } done || entities.FirstOrDefault(e => e.Acted) is not { } worked || random.Chance(0.2))
            return $"{(list.Length > 0 ? list : Marked(entities[^1], "A clean counter"))}{place} .";
        ActionWords words = ActionWords.Of(done);
        string what = Marked(worked, $"{StillCaptions.ArticleOf(words.Object)} {words.Object}");
        string who = random.Chance(0.5) ? $"{Marked(entities[^2], "A cook")} {words.Third} {what}" : $"{words.Ing} {what}";
        return $"{who}{(list.Length > 0 && random.Chance(0.7) ? $" next to {list}" : "")}{place} .";

        string Phrase(Entity e) => Marked(e, e.Count == 1 ? $"{StillCaptions.ArticleOf(e.Name)} {e.Name}" : $"{(e.Count == 2 ? "two" : e.Count == 3 ? "three" : "many")} {StillCaptions.PluralOf(e.Name)}");
        static string Marked(Entity e, string text) => $"[/EN#{e.Id}/{e.Type} {text}]";
    }

    private static IReadOnlyList<Box> Proposals(Entity[] entities, ulong seed)
    {
        var second = new TruthSecond(SecondState.Background, null, null, [.. entities.SelectMany(e => e.Boxes.Select(b => new TruthObject(e.Name, [b.Left, b.Top, b.Right, b.Bottom], e.Acted)))]);
        return YouCook2BBFiles.Proposals(second, seed, Scene.Width, Scene.Height, 1);
    }

    /// <summary>In whole pixels inside the frame, as the annotation files have them.</summary>
    private static Box Whole(Box box)
    {
        Box inside = box.ClipTo(Scene.Width - 1, Scene.Height - 1);
        return new Box(Math.Round(inside.Left), Math.Round(inside.Top), Math.Round(inside.Right), Math.Round(inside.Bottom));
    }

#pragma warning disable CA1308 // Captions are lower case.
    private static string Name(Ingredient kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
