namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Lays out scenes by chance: where the action goes, what stands idle, nothing in the way of the action.</summary>
internal static class SceneBuilder
{
    private static readonly Ingredient[] Kinds = Enum.GetValues<Ingredient>();
    private static readonly Prop[] Props = Enum.GetValues<Prop>();

    /// <summary>A scene with an action, or with none (<paramref name="action"/> null). <paramref name="wanted"/> are kinds that should stand about.</summary>
    public static Scene Build(
        StableRandom random, KitchenLook look, SceneOptions options, KitchenAction? action, IReadOnlyList<Ingredient>? wanted = null, double? scale = null)
    {
        double size = scale ?? random.Range(options.ScaleFrom, options.ScaleTo);
        bool mirror = false;
        Point contact = default;
        Box? reach = null;
        if (action is { } a)
        {
            (contact, mirror) = Place(random, options, a.Verb, size);
            reach = Scene.Reach(a.Verb, contact, size, mirror);
        }
        double horizon = random.Chance(0.3) ? -30 : random.Range(20, 92);
        if (action is not null)
            horizon = Math.Min(horizon, contact.Y - 8);
        var things = new List<Thing>();
        if (action is { } named)
        {
            bool idle = random.Chance(options.NamedObjectIdle);
            if (idle)
                TryAdd(random, things, named.Ingredient, default, size, horizon, reach, contact, options.IdleDistance);
            if (idle && random.Chance(options.NamedObjectIdle * options.NamedObjectIdle * 0.5))
                TryAdd(random, things, named.Ingredient, default, size, horizon, reach, contact, options.IdleDistance);
        }
        foreach (Ingredient kind in wanted ?? [])
        {
            if (things.All(t => t.Kind != kind) && kind != action?.Ingredient)
                TryAdd(random, things, kind, default, size, horizon, reach, contact, 0);
        }
        int others = random.Between(options.OthersFrom, options.OthersTo) - (wanted?.Count ?? 0);
        for (int i = 0; i < others; i++)
        {
            Ingredient kind = random.Pick(Kinds);
            if (kind != action?.Ingredient)
                TryAdd(random, things, kind, default, size, horizon, reach, contact, 0);
        }
        int props = random.Below(options.PropsTo + 1);
        for (int i = 0; i < props; i++)
            TryAdd(random, things, null, random.Pick(Props), size * 0.9, horizon, reach, contact, 0);
        things.Sort((p, q) => p.Box.Bottom.CompareTo(q.Box.Bottom));
        return new()
        {
            Look = look,
            Horizon = horizon,
            Scale = size,
            Things = things,
            RoomSeed = random.NextUInt64(),
            Action = action,
            Contact = contact,
            Mirror = mirror,
            ArmTurn = random.Range(-14, 22),
        };
    }

    private static (Point Contact, bool Mirror) Place(StableRandom random, SceneOptions options, Verb verb, double scale)
    {
        bool central = random.Chance(options.CentralShare), right = random.Chance(0.5);
        double x = central ? random.Range(107, 213) : right ? random.Range(228, 268) : random.Range(52, 92);
        // The working arm mostly comes across the picture, so that the tool stays in it.
        bool mirror = random.Chance(central ? 0.5 : 0.85) == right;
        (_, double top, _, double bottom) = ActionArt.Reach(verb);
        double highest = Math.Max(50, -top * scale * 0.9), lowest = Math.Min(200, Scene.Height - bottom * scale * 0.9);
        return (new(x, lowest > highest ? random.Range(highest, lowest) : (lowest + highest) / 2), mirror);
    }

    private static void TryAdd(
        StableRandom random, List<Thing> things, Ingredient? kind, Prop prop, double scale, double horizon, Box? reach, Point contact, double distance)
    {
        for (int attempt = 0; attempt < 24; attempt++)
        {
            double turn = kind is Ingredient.Carrot or Ingredient.Lemon ? random.Range(-40, 40) : random.Range(-5, 5);
            var thing = new Thing(kind, prop, 0, 0, scale * random.Range(0.9, 1.15), turn, random.Chance(0.5));
            (double halfX, double halfY) = thing.HalfSize;
            double top = Math.Max(horizon + 6 - halfY, halfY), bottom = Scene.Height - halfY;
            if (top >= bottom)
                continue;
            thing = thing with { X = random.Range(halfX * 0.8, Scene.Width - halfX * 0.8), Y = random.Range(top, bottom) };
            Box box = thing.Box;
            if (distance > 0 && Math.Abs(thing.X - contact.X) < distance && Math.Abs(thing.Y - contact.Y) < distance)
                continue;
            // A little overlap with the workspace is allowed to idle things, none among each other.
            if (reach is { } taken && Share(box, taken) > 0.12)
                continue;
            if (things.Any(other => Share(box, other.Box) > 0.1))
                continue;
            things.Add(thing);
            return;
        }
    }

    private static double Share(Box box, Box other)
    {
        Box common = box.Intersect(other);
        return common.IsDegenerate ? 0 : common.Area / Math.Min(box.Area, other.Area);
    }
}
