using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Simulates the people who mark segments and click on frames: near the contact point, not quite of one mind, now and then unable to say.</summary>
internal static class Annotators
{
    public static AnnotatedVideo Annotate(VideoScript script, AnnotatorOptions options)
    {
        var random = new StableRandom(StableRandom.Combine(script.Seed, 2));
        var segments = new List<AnnotatedSegment>();
        var seconds = new List<AnnotatedSecond>();
        foreach (Take take in script.Takes)
        {
            // The marks lie inside the first and the last second of the action, so that their whole seconds are those.
            double from = take.Start + Math.Round(random.Range(0, 0.3), 3), to = take.End - Math.Round(random.Range(0.05, 0.45), 3);
            int trim = options.TrimSegments ? Trim(take.Seconds - 1) : 0;
            var segment = new AnnotatedSegment(take.Index, take.Action, from, to, take.Start + trim, take.End - 1 - trim);
            segments.Add(segment);
            double cannotSay = random.Chance(options.HardActions) ? options.CannotSayHard : options.CannotSay;
            (double spreadX, double spreadY) = ActionArt.Spread(take.Action.Verb);
            // Each annotator has a favourite spot in the area of a spread-out action.
            var favourites = Enumerable.Range(0, options.Count)
                .Select(_ => (X: random.Range(-1, 1) * spreadX * options.SpreadShare, Y: random.Range(-1, 1) * spreadY * options.SpreadShare)).ToArray();
            for (int second = segment.Start; second <= segment.End; second++)
                seconds.Add(new(second, take.Index, take.Action.Label, Click(random, script, options, second, cannotSay, favourites)));
        }
        return new(script, segments, seconds);
    }

    /// <summary>Seconds cut from each side of a segment by its length, as measured between the public .srt files and seg.json.</summary>
    public static int Trim(int length) => length switch
    {
        <= 5 => 0,
        <= 10 => 1,
        <= 15 => 3,
        <= 20 => 5,
        <= 30 => 8,
        <= 40 => 10,
        <= 50 => 15,
        _ => 25,
    };

    private static List<Point?> Click(
        StableRandom random, VideoScript script, AnnotatorOptions options, int second, double cannotSay, (double X, double Y)[] favourites)
    {
        Scene scene = script.ShotAt(second + 0.5).Scene;
        Point? contact = TruthBuilder.Contact(script, second);
        // While the action is interrupted, hardly anybody clicks; who does, clicks where it was.
        Point centre = contact ?? new(2 * scene.Contact.X, 2 * scene.Contact.Y);
        double scale = 2 * scene.Scale;
        var clicks = new List<Point?>(options.Count);
        for (int i = 0; i < options.Count; i++)
        {
            // All draws are made whatever comes of them, so that one knob does not shuffle the others.
            bool silent = random.Chance(contact is null ? Math.Max(0.97, cannotSay) : cannotSay), stray = random.Chance(options.Stray);
            double angle = random.Range(0, 2 * Math.PI), away = random.Range(0.3, 1) * options.StrayDistance;
            double dx = random.Normal() * options.ClickDeviation, dy = random.Normal() * options.ClickDeviation;
            double x = centre.X + favourites[i].X * scale + dx + (stray ? away * Math.Cos(angle) : 0);
            double y = centre.Y + favourites[i].Y * scale + dy + (stray ? away * Math.Sin(angle) : 0);
            clicks.Add(silent ? null : new(Math.Clamp(Math.Round(x), 0, TruthBuilder.Width - 1), Math.Clamp(Math.Round(y), 0, TruthBuilder.Height - 1)));
        }
        return clicks;
    }
}
