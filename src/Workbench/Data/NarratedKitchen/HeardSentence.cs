namespace Workbench.Data.NarratedKitchen;

/// <summary>A sentence of a narrator: when, in seconds, and as the captions have it.</summary>
public readonly record struct HeardSentence(double Start, double End, string Text);
