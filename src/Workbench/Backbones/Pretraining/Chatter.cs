using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>Everyday words of spoken instructions that say nothing about a picture.</summary>
/// <remarks>
/// A vocabulary learnt from the web has a token for each and a text tower that has met them. The small one learns both here: without them
/// it would spell narrations out letter by letter and fill a sentence's 20 word slots.
/// </remarks>
internal static class Chatter
{
    public static IReadOnlyList<string> Words { get; } =
        ("a about actually add after again ahead all alright also an and another any are around as at back basically be beautiful because been "
        + "before begin better big bit but by can channel come coming cool could cup day did didn't do does doesn't doing don't done down each "
        + "easy else end enough even every everybody everyone everything few fine first for fresh friends from fun get getting give go goes going "
        + "gonna good got great guys had half happy has have having he hello her here here's hey hi high his home hope hot how i i'd i'll i'm "
        + "i've if in into is isn't it it's just keep kind kitchen know last let let's like little long look looks lot love low made make makes "
        + "making many maybe me medium might mine minutes moment more most much my need needs never new nice no not nothing now of off oh okay on "
        + "once one only or other our out over part perfect piece pieces place please point pretty put quick quickly ready real really recipe "
        + "said same say see set she should show simple slowly small so some something soon start started still stop stuff sure take takes "
        + "taking talk tell thank thanks that that's the their them then there there's these they thing things think this those three through "
        + "time to today together too top try turn two um uh until up us use used using very video want was watch watching way we we'll we're "
        + "we've welcome well went were what what's when where which while who will with without wonderful won't work would yeah yes yet you "
        + "you'll you're you've your").Split(' ');

    /// <summary>The caption with one to six of the words before or behind it.</summary>
    public static string Around(string caption, StableRandom chance)
    {
        string words = string.Join(' ', Enumerable.Range(0, chance.Between(1, 6)).Select(_ => chance.Pick(Words)));
        return chance.Chance(0.5) ? $"{words} {caption}" : $"{caption} {words}";
    }
}
