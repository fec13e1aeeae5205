using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>From a recipe to a DAVEnet's weights on disk with their card: trains, saves, loads what was saved, scores that.</summary>
public static class DavenetJob
{
    /// <summary>The short name in the weights' metadata.</summary>
    public const string Name = "davenet-tiny";

    /// <param name="recipe">How to train.</param>
    /// <param name="path">The weights' file; the card goes to the same name with .json.</param>
    /// <param name="checkpoint">A folder for checkpoints, or null.</param>
    /// <param name="tracks">Held-out sound tracks to score on.</param>
    /// <param name="commit">For the card.</param>
    /// <param name="host">For the card.</param>
    /// <param name="videos">The held-out videos. Null: the benchmark's kind.</param>
    /// <param name="progress">Reports tracks, steps, then tracks again.</param>
    /// <param name="cancellation">Stops after a step, with a checkpoint.</param>
    /// <exception cref="ArgumentException">The recipe is out of range.</exception>
    /// <exception cref="PlatformNotSupportedException">The recipe wants speech and flite is not installed.</exception>
    public static PretrainCard<DavenetRecipe, DavenetScores> Run(
        DavenetRecipe recipe, string path, string? checkpoint, int tracks, string? commit, HostFacts? host, KitchenOptions? videos = null,
        IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var pretrainer = new DavenetPretrainer(recipe);
        double loss = pretrainer.Run(checkpoint, progress, cancellation);
        DavenetTextWeights.Save(path, pretrainer.Model, new Dictionary<string, string>
        {
            [DavenetWeights.NameKey] = Name,
            [DavenetTextWeights.WordsKey] = string.Join('\n', pretrainer.Vocabulary.Words),
            ["recipe"] = CardFormat.OneLine(recipe),
            ["commit"] = commit ?? "unknown",
        });
        using DavenetEncoder encoder = DavenetEncoder.Load(path);
        var card = new PretrainCard<DavenetRecipe, DavenetScores>
        {
            Weights = Path.GetFileName(path),
            Backbone = encoder.Name,
            Recipe = recipe,
            Parameters = pretrainer.Model.parameters().Sum(p => p.numel()),
            Words = pretrainer.Vocabulary.Words.Count,
            Loss = loss,
            Seconds = pretrainer.Seconds,
            Commit = commit,
            Host = host,
            Threads = get_num_threads(),
            Scores = DavenetEvaluation.Run(path, tracks, recipe, videos, progress, cancellation),
        };
        card.Write(Path.ChangeExtension(path, ".json"));
        return card;
    }
}
