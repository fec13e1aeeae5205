using System.Text.Json.Serialization;
using Workbench.Models;

namespace Workbench.Inference;

/// <summary>How a trained model is asked when and where.</summary>
public sealed record GroundingOptions
{
    /// <summary>
    /// Sound helps to say when (Table 11, "VAT" in testing): a second's vector is the sum of its frame's and its sound's. Paper and released code do not say
    /// how sound is used in testing. Training compares by dot products, and those of a sum are the sum of both; vectors of length 1 would give the sound,
    /// whose cosines are lower, as much weight, and then few seconds reach <see cref="BackgroundThreshold"/>. Heat maps are as without.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Audio { get; init; }

    public TemporalSource Temporal { get; init; } = TemporalSource.Global;
    public SpatialSource Spatial { get; init; } = SpatialSource.Rollout;

    /// <summary>Seconds whose best action stays below this cosine are background (τ in the CVPR text, θ in the appendix: 0.5).</summary>
    public double BackgroundThreshold { get; init; } = 0.5;

    /// <summary>Heat at or above this belongs to the mask (appendix 8.2: τ = 0.01; released default 0.0001). A window's heat sums to 1.</summary>
    public double MaskThreshold { get; init; } = 0.01;

    /// <summary>
    /// What <see cref="MaskThreshold"/> is measured against. With cosine similarity as printed no region of a 784-region window can reach
    /// 0.01, since softmax weights of cosines differ by e² at most: the printed τ belongs to the released dot products.
    /// </summary>
    public MaskRule Mask { get; init; } = MaskRule.Absolute;

    public RolloutForm Rollout { get; init; } = RolloutForm.Product;
    public RolloutAverage Average { get; init; } = RolloutAverage.Regions;

    /// <summary>Frames in a window (16 at 1 fps).</summary>
    public int WindowFrames { get; init; } = 16;

    public PartialWindow PartialWindow { get; init; } = PartialWindow.Shrink;

    public static GroundingOptions For(Fidelity fidelity) => fidelity == Fidelity.Paper ? new() : new()
    {
        MaskThreshold = 0.0001,
        PartialWindow = PartialWindow.BlackFrames,
    };
}
