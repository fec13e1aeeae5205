using Workbench.Inference;

namespace Workbench.Experiments;

/// <summary>
/// How similarities become scores of an alignment. "The alignment given the similarity input matrix" is all the paper says (section 5.3 (iii));
/// the MiningYouTube decoder wants log-probabilities.
/// </summary>
public sealed record TemporalTaskOptions
{
    public AlignmentOptions Alignment { get; init; } = new();

    /// <summary>Cosines are divided by this before the log-softmax over the video's steps and background.</summary>
    public double Temperature { get; init; } = 0.1;

    /// <summary>Background stands between the actions of the transcript, as in MiningYouTube's.</summary>
    public bool BackgroundSteps { get; init; } = true;
}
