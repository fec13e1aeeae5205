namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>
/// One sentence of the narrator: when, what is said (the sound track has that) and what the captions make of it.
/// <paramref name="Take"/> is the action it is about, or null for chit-chat and for things never shown.
/// </summary>
internal sealed record Utterance(double Start, double End, string Said, string Heard, int? Take);
