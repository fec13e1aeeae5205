namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>Everything that happens in one video, before a pixel is drawn.</summary>
internal sealed record VideoScript
{
    public required string Id { get; init; }
    public required KitchenSplit Split { get; init; }

    /// <summary>All that is drawn by chance in this video follows from this number.</summary>
    public required ulong Seed { get; init; }
    public required int Seconds { get; init; }

    /// <summary>Without gaps, from second 0 to <see cref="Seconds"/>.</summary>
    public required IReadOnlyList<Shot> Shots { get; init; }
    public required IReadOnlyList<Take> Takes { get; init; }
    public required IReadOnlyList<Utterance> Utterances { get; init; }

    public Shot ShotAt(double time)
    {
        foreach (Shot shot in Shots)
        {
            if (time < shot.End)
                return shot;
        }
        return Shots[^1];
    }
}
