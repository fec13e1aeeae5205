using Workbench.Backbones;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Experiments.Tables;

/// <summary>What <see cref="Reproduction"/> is about beside the profile.</summary>
public sealed record ReproductionOptions
{
    public Fidelity Fidelity { get; init; } = Fidelity.Paper;

    /// <summary>CLIP weights; null: the committed small ones.</summary>
    public string? Weights { get; init; }

    /// <summary>S3D weights for the rows on S3D; null: the committed small ones. Rows stay empty where there are none.</summary>
    public string? S3dWeights { get; init; }

    /// <summary>Weights of a DAVEnet for Table 11; null: the committed small ones. Its rows with sound stay empty where there are none.</summary>
    public string? AudioWeights { get; init; }

    /// <summary>Opens the same data with another backbone, which it takes over; null: rows on other backbones stay empty.</summary>
    public Func<IBackbone, ExperimentInputs>? Open { get; init; }

    /// <summary>Adds the sound of the same data; null: rows with sound stay empty.</summary>
    public Func<ExperimentInputs, DavenetEncoder, ExperimentInputs>? OpenAudio { get; init; }

    /// <summary>The command that repeats it, for the run files.</summary>
    public string? Command { get; init; }

    /// <summary>Take run files of the same settings that are there already, whatever code wrote them (<see cref="RowRunnerOptions.Reuse"/>).</summary>
    public bool Reuse { get; init; }

    /// <summary>Where run files go; null: results/runs.</summary>
    public string? RunFolder { get; init; }

    /// <summary>Where checkpoints go; null: the workbench's own folder.</summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>Name of the data in the names of tables; null: the profile's, for the embedded benchmark.</summary>
    public string? DataName { get; init; }

    /// <summary>The whole method's recipe for a preset and seed; null: <see cref="EmbeddedRecipe"/>.</summary>
    public Func<Fidelity, long, Recipe>? Recipe { get; init; }

    /// <summary>How models are asked; null: <see cref="EmbeddedRecipe"/>.</summary>
    public Func<Fidelity, GroundingOptions>? Grounding { get; init; }

    /// <summary>Threads with which a row is trained and scored; null: those that libtorch has (<see cref="RowRunnerOptions.Threads"/>).</summary>
    public int? RowThreads { get; init; }

    /// <summary>What runners are told.</summary>
    internal RowRunnerOptions Runner(WorkbenchPaths paths)
    {
        RowRunnerOptions own = RowRunnerOptions.Of(paths, Command, RunFolder, Reuse);
        return own with { CheckpointFolder = CheckpointFolder ?? own.CheckpointFolder, Threads = RowThreads };
    }
}
