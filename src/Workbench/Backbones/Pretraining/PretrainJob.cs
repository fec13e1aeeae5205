using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>From a recipe to weights on disk with their card: trains, folds the normalisation of pixels into the first layer, saves, loads what was saved, scores that.</summary>
public static class PretrainJob
{
    /// <summary>The short name in the weights' metadata.</summary>
    public const string Name = "clip-tiny";

    /// <param name="recipe">How to train.</param>
    /// <param name="path">The weights' file; the card goes to the same name with .json.</param>
    /// <param name="checkpoint">A folder for checkpoints, or null.</param>
    /// <param name="stills">Held-out pictures to score on.</param>
    /// <param name="commit">For the card.</param>
    /// <param name="host">For the card.</param>
    /// <param name="progress">Reports steps, then pictures.</param>
    /// <param name="cancellation">Stops after a step, with a checkpoint.</param>
    public static PretrainCard<PretrainRecipe, ClipScores> Run(
        PretrainRecipe recipe, string path, string? checkpoint, int stills, string? commit, HostFacts? host, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var pretrainer = new ClipPretrainer(recipe);
        double loss = pretrainer.Run(checkpoint, Environment.ProcessorCount, progress, cancellation);
        pretrainer.Model.Visual.TakeRawPixels();
        var metadata = new Dictionary<string, string>
        {
            [ClipWeights.NameKey] = Name,
            [ClipWeights.InputKey] = nameof(ClipInput.Raw01),
            [ClipWeights.MergesKey] = pretrainer.Tokenizer.Merges.ToString(),
            ["recipe"] = CardFormat.OneLine(recipe),
            ["commit"] = commit ?? "unknown",
        };
        ClipWeights.Save(path, pretrainer.Model, metadata);
        using ClipBackbone backbone = ClipBackbone.Load(path);
        var card = new PretrainCard<PretrainRecipe, ClipScores>
        {
            Weights = Path.GetFileName(path),
            Backbone = backbone.Name,
            Recipe = recipe,
            Parameters = pretrainer.Model.NamedParameters().Sum(p => p.Value.numel()),
            Merges = pretrainer.Tokenizer.Merges.Pairs.Count,
            Loss = loss,
            Seconds = pretrainer.Seconds,
            Commit = commit,
            Host = host,
            Threads = get_num_threads(),
            Scores = ClipEvaluation.Run(backbone, stills, progress, cancellation),
        };
        card.Write(Path.ChangeExtension(path, ".json"));
        return card;
    }
}
