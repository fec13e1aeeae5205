namespace Workbench.Training.Comma;

/// <summary>How often the positive stands in the denominator of the sentence-level loss.</summary>
public enum SentenceForm
{
    /// <summary>Once, as printed (<see cref="Losses.SentenceContrastive"/>).</summary>
    Printed,

    /// <summary>Twice, as released (<see cref="Losses.JointNoiseContrastive"/>).</summary>
    Released,
}
