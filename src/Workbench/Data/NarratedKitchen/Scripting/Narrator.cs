namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>Says what is done, ahead of it or behind it, among much else.</summary>
internal static class Narrator
{
    private const double SecondsPerWord = 0.36, Breath = 0.5;

    public static List<Utterance> Speak(StableRandom random, NarrationOptions options, int seconds, IReadOnlyList<Take> takes)
    {
        var wanted = new List<(double Start, string Said, int Take)>();
        foreach (Take take in takes)
        {
            if (random.Chance(options.Mentioned))
                wanted.Add((take.Start + options.LagMean + options.LagDeviation * random.Normal(), Sentence(random, options, take.Action), take.Index));
            if (take.Seconds >= 7 && random.Chance(options.MentionedAgain))
                wanted.Add((take.Start + take.Seconds * 0.6 + options.LagMean + options.LagDeviation * random.Normal(), Sentence(random, options, take.Action), take.Index));
        }
        wanted.Sort((a, b) => a.Start.CompareTo(b.Start));
        var spoken = new List<Utterance>();
        double free = 0;
        foreach ((double start, string said, int take) in wanted)
        {
            FillTo(Math.Max(0, start));
            Add(Math.Max(free, Math.Max(0, start)), said, take);
        }
        FillTo(seconds);
        return spoken;

        void FillTo(double until)
        {
            while (until - free > 4.5)
            {
                double start = free + random.Range(0.2, 2);
                if (random.Chance(options.ChitChat))
                    Add(start, Idle(random, options, takes), null);
                else
                    free = start + 3;
            }
        }

        void Add(double start, string said, int? take)
        {
            double end = start + said.Count(c => c == ' ') * SecondsPerWord + SecondsPerWord + 0.3;
            if (end > seconds)
                return;
            spoken.Add(new(Math.Round(start, 2), Math.Round(end, 2), said, Mishear(random, options, said), take));
            free = end + Breath;
        }
    }

    private static string Sentence(StableRandom random, NarrationOptions options, KitchenAction action)
    {
        ActionWords words = ActionWords.Of(action);
        IReadOnlyList<string> synonyms = ActionWords.Synonyms(action.Verb);
        string verb = synonyms.Count > 0 && random.Chance(options.Synonym) ? random.Pick(synonyms) : words.Verb;
        string thing = random.Chance(options.Pronoun) ? "it" : $"the {words.Object}";
        return random.Below(10) switch
        {
            0 => $"now we are going to {verb} {thing}",
            1 => $"so you want to {verb} {thing} {words.How}",
            2 => $"next {verb} {thing}",
            3 => $"i like to {verb} {thing} nice and slow",
            4 => $"go ahead and {verb} {thing}",
            5 => $"{verb} {thing} just like this",
            6 => $"you can see i {verb} {thing} here",
            7 => $"let us {verb} {thing} {words.How}",
            8 => $"then i just {verb} {thing}",
            _ => $"and while you {verb} {thing} be careful",
        };
    }

    private static string Idle(StableRandom random, NarrationOptions options, IReadOnlyList<Take> takes)
    {
        if (!random.Chance(options.NeverShown))
            return random.Pick(Words.ChitChat);
        var absent = KitchenAction.All.Where(a => takes.All(t => t.Action != a)).ToList();
        KitchenAction other = random.Pick(absent);
        return random.Below(4) switch
        {
            0 => $"you could also {other.VerbWord} some {other.ObjectWord} if you like",
            1 => $"last week i told you how to {other.VerbWord} the {other.ObjectWord}",
            2 => $"some people {other.VerbWord} the {other.ObjectWord} first but not me",
            _ => $"in the next video we will {other.VerbWord} the {other.ObjectWord}",
        };
    }

    private static string Mishear(StableRandom random, NarrationOptions options, string said)
    {
        string[] words = said.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            if (Words.Confusions.TryGetValue(words[i], out string? other) && random.Chance(options.Misheard))
                words[i] = other;
        }
        return string.Join(' ', words);
    }
}
