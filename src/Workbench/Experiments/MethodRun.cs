using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Training;
using Workbench.Training.Moments;

namespace Workbench.Experiments;

/// <summary>What numbers of a table are measured on: something trained, a backbone alone, or nothing that sees a video. Tables that need the same one share its run.</summary>
public sealed record MethodRun
{
    /// <summary>Name of the run file: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What is trained; null for a backbone alone and for <see cref="SeesVideo"/> = false.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>What is trained where it is a model of moments (<see cref="Moments.MomentRunner"/>); null otherwise.</summary>
    public MomentRecipe? Moments { get; init; }

    /// <summary>How it is asked.</summary>
    public GroundingOptions Grounding { get; init; } = new();

    /// <summary>Whose features: a name of <see cref="MethodBackbone"/>.</summary>
    public MethodBackbone Backbone { get; init; } = MethodBackbone.Clip;

    /// <summary>False: even splits and the middle of the frame (<see cref="TableFloors"/>).</summary>
    public bool SeesVideo { get; init; } = true;

    /// <summary>Also score single actions, GroundingYouTube's spatial task and other masks (Tables 3, 7 and 12).</summary>
    public bool Detailed { get; init; }

    /// <summary>How the temporal task aligns; null: its defaults.</summary>
    public TemporalTaskOptions? Temporal { get; init; }

    /// <summary>Which heat map answers for a second that was never decoded.</summary>
    public HeatFrameRule HeatFrames { get; init; } = HeatFrameRule.LastDecoded;

    /// <summary>How a model of a recipe is asked: what an untrained branch would answer is asked of the other one. The papers do not say; the choices are those of <see cref="TemporalSource"/> and <see cref="SpatialSource"/>.</summary>
    public static GroundingOptions Asked(Recipe recipe, GroundingOptions grounding)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(grounding);
        return grounding with
        {
            Temporal = recipe.GlobalLoss ? grounding.Temporal : TemporalSource.LocalMean,
            Spatial = recipe.LocalLoss ? grounding.Spatial : SpatialSource.GlobalRegions,
        };
    }
}
