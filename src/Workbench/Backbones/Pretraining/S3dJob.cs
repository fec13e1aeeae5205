using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>From a recipe to an S3D's weights on disk with their card: trains, saves, loads what was saved, scores that.</summary>
public static class S3dJob
{
    /// <summary>The short name in the weights' metadata.</summary>
    public const string Name = "s3d-tiny";

    /// <param name="recipe">How to train.</param>
    /// <param name="path">The weights' file; the card goes to the same name with .json.</param>
    /// <param name="checkpoint">A folder for checkpoints, or null.</param>
    /// <param name="clips">Held-out clips to score on.</param>
    /// <param name="commit">For the card.</param>
    /// <param name="host">For the card.</param>
    /// <param name="progress">Reports steps, then clips.</param>
    /// <param name="cancellation">Stops after a step, with a checkpoint.</param>
    public static PretrainCard<S3dRecipe, S3dScores> Run(
        S3dRecipe recipe, string path, string? checkpoint, int clips, string? commit, HostFacts? host, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var pretrainer = new S3dPretrainer(recipe);
        double loss = pretrainer.Run(checkpoint, Environment.ProcessorCount, progress, cancellation);
        S3dWeights.Save(path, pretrainer.Model, new Dictionary<string, string>
        {
            [S3dWeights.NameKey] = Name,
            [S3dWeights.WordsKey] = string.Join('\n', pretrainer.Vocabulary.Words),
            ["recipe"] = CardFormat.OneLine(recipe),
            ["commit"] = commit ?? "unknown",
        });
        using S3dBackbone backbone = S3dBackbone.Load(path);
        var card = new PretrainCard<S3dRecipe, S3dScores>
        {
            Weights = Path.GetFileName(path),
            Backbone = backbone.Name,
            Recipe = recipe,
            Parameters = pretrainer.Model.parameters().Sum(p => p.numel()),
            Words = pretrainer.Vocabulary.Words.Count,
            Loss = loss,
            Seconds = pretrainer.Seconds,
            Commit = commit,
            Host = host,
            Threads = get_num_threads(),
            Scores = S3dEvaluation.Run(backbone, clips, progress, cancellation),
        };
        card.Write(Path.ChangeExtension(path, ".json"));
        return card;
    }
}
