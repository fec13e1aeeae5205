namespace Workbench.Training;

/// <summary>Where and how a run is kept; nothing here changes its numbers.</summary>
public sealed record TrainerOptions
{
    /// <summary>Where the checkpoint goes; null keeps none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>At least this long between two checkpoints.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The backbone whose features are trained on, kept in the checkpoint so that nobody asks the model about another's.</summary>
    public string? Backbone { get; init; }

    /// <summary>
    /// Where a backbone that was trained too goes when training ends, as a file of weights; null: beside the checkpoint, "NAME.backbone.safetensors".
    /// The finished checkpoint names it as the model's backbone.
    /// </summary>
    public string? BackbonePath { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
