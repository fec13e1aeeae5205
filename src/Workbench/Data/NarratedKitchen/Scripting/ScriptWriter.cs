using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>Makes up videos: pauses and actions in turn, cut into shots. Video i depends on the seed, the split and i alone.</summary>
internal static class ScriptWriter
{
    private static readonly Ingredient[] Kinds = Enum.GetValues<Ingredient>();

    public static string Id(KitchenSplit split, int index) => split == KitchenSplit.Train ? $"train-{index:00000}" : $"test-{index:000000}";

    public static VideoScript Write(KitchenOptions options, KitchenSplit split, int index, PaletteFamily palette = PaletteFamily.Videos)
    {
        ulong seed = StableRandom.Combine(0x4B49544348454E, unchecked((ulong)options.Seed), (ulong)split, (ulong)index);
        var random = new StableRandom(seed);
        (int from, int to) = split == KitchenSplit.Train ? options.TrainSeconds : options.TestSeconds;
        int seconds = random.Between(from, to);
        KitchenLook look = KitchenLook.Create(random, palette);
        var kinds = Kinds.ToList();
        random.Shuffle(kinds);
        var ingredients = kinds.Take(random.Between(options.IngredientsInVideo.From, options.IngredientsInVideo.To)).ToList();
        List<Take> takes = Takes(random, options, seconds, ingredients);
        List<Shot> shots = Shots(random, options, look, seconds, takes, ingredients);
        return new()
        {
            Id = Id(split, index),
            Split = split,
            Seed = seed,
            Seconds = seconds,
            Takes = takes,
            Shots = shots,
            Utterances = Narrator.Speak(new StableRandom(StableRandom.Combine(seed, 1)), options.Narration, seconds, takes),
        };
    }

    private static List<Take> Takes(StableRandom random, KitchenOptions options, int seconds, List<Ingredient> ingredients)
    {
        var actions = KitchenAction.All.Where(a => ingredients.Contains(a.Ingredient)).ToList();
        // Lengths first, until the actions' share is reached; what is left over becomes the pauses, of which each is 1 s at least.
        double wanted = seconds * (1 - options.Background * random.Range(0.85, 1.15));
        var lengths = new List<int>();
        for (int sum = 0; sum < wanted;)
        {
            int length = Math.Min(Length(random, options), Math.Max(1, (int)Math.Round(wanted) - sum));
            if (lengths.Count > 0 && length < 3 && sum + length >= wanted)
                break;
            lengths.Add(length);
            sum += length;
        }
        int least = options.Background > 0 ? 1 : 0;
        while (lengths.Count > 1 && lengths.Sum() + least * (lengths.Count + 1) > seconds)
            lengths.RemoveAt(lengths.Count - 1);
        int pauses = lengths.Count + 1;
        double[] weights = [.. Enumerable.Range(0, pauses).Select(_ => 0.3 - Math.Log(1 - random.NextDouble()))];
        double free = Math.Max(0, seconds - lengths.Sum() - least * pauses), total = weights.Sum(), passed = 0;
        var takes = new List<Take>();
        for (int i = 0, before = 0; i < lengths.Count; i++)
        {
            passed += weights[i];
            int start = before + least * (i + 1) + (int)(free * passed / total);
            before += lengths[i];
            // Not the same twice in a row; a repeat later on is welcome.
            var choice = actions.Where(a => takes.Count == 0 || a != takes[^1].Action).ToList();
            takes.Add(new(i, random.Pick(choice.Count > 0 ? choice : actions), start, Math.Min(start + lengths[i], seconds)));
        }
        return takes;
    }

    private static int Length(StableRandom random, KitchenOptions options)
    {
        if (random.Chance(options.BriefActions))
            return random.Between(1, 3);
        (int from, int to) = options.ActionSeconds;
        double length = from - 4 * Math.Log(1 - random.NextDouble());
        return (int)Math.Clamp(Math.Round(length), from, to);
    }

    private static List<Shot> Shots(
        StableRandom random, KitchenOptions options, KitchenLook look, int seconds, List<Take> takes, List<Ingredient> ingredients)
    {
        var shots = new List<Shot>();
        Scene? before = null;
        int time = 0;
        foreach (Take take in takes)
        {
            Scene scene = SceneBuilder.Build(random, look, options.Scene, take.Action, ingredients);
            ShotPlan.Pause(random, options, shots, time, take.Start, before, scene, ingredients);
            before = ShotPlan.Perform(random, options, shots, take, scene, ingredients);
            time = take.End;
        }
        before ??= SceneBuilder.Build(random, look, options.Scene, null, ingredients);
        ShotPlan.Pause(random, options, shots, time, seconds, before, null, ingredients);
        return shots;
    }
}
