namespace Workbench.Data.NarratedKitchen;

/// <summary>The sound track of a narrated video, and what is heard in it.</summary>
/// <param name="Samples">One channel, in [-1, 1].</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Sentences">What the narrator says, in order.</param>
/// <param name="Sounding">For each second, the label of the action that is seen and heard, or null.</param>
public sealed record KitchenSound(float[] Samples, int Rate, IReadOnlyList<HeardSentence> Sentences, IReadOnlyList<string?> Sounding);
