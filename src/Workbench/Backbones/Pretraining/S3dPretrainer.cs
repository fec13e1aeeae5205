using TorchSharp;
using TorchSharp.Modules;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// Trains a small S3D and its word vectors by MIL-NCE on narrated clips, from nothing. The same seed and the same number of libtorch threads
/// give the same weights on the same machine, whether or not training was interrupted.
/// </summary>
public sealed class S3dPretrainer : IDisposable
{
    private readonly S3dRecipe _recipe;
    private readonly AdamW _optimizer;
    private readonly PretrainLoop _loop;

    /// <summary>Collects the vocabulary and draws the first weights.</summary>
    public S3dPretrainer(S3dRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        Vocabulary = new WordVocabulary(HeardWords(recipe));
        _recipe = recipe with { Model = recipe.Model with { Words = Vocabulary.Words.Count + 1 } };
        manual_seed(recipe.Seed);
        Model = new S3dModel(_recipe.Model);
        List<Parameter> matrices = [], rest = [];
        foreach ((string name, Parameter value) in Model.named_parameters())
            (value.dim() >= 2 && !name.Contains("word_embd", StringComparison.Ordinal) ? matrices : rest).Add(value);
        _optimizer = optim.AdamW([new AdamW.ParamGroup(matrices, weight_decay: recipe.WeightDecay), new AdamW.ParamGroup(rest, weight_decay: 0)]);
        _loop = new PretrainLoop("Training S3D", _recipe, recipe.Steps, recipe.CheckpointEvery, _optimizer)
        {
            WriteWeights = path => S3dWeights.Save(path, Model, new Dictionary<string, string>(), half: false),
            ReadWeights = file => S3dWeights.Fill(Model, file),
        };
    }

    public S3dModel Model { get; }

    public WordVocabulary Vocabulary { get; }

    /// <summary>Steps done.</summary>
    public int Step => _loop.Step;

    /// <summary>Seconds of training, those before an interruption included.</summary>
    public double Seconds => _loop.Seconds;

    /// <summary>Trains to the recipe's last step.</summary>
    /// <param name="checkpoint">A folder to go on from and to write checkpoints into; null for none.</param>
    /// <param name="ahead">Batches rendered ahead on other threads.</param>
    /// <param name="progress">One report a step, with the mean loss of the last 50.</param>
    /// <param name="cancellation">Stops after the running step; what was done since the last checkpoint is kept in a checkpoint.</param>
    /// <returns>The mean loss of the last 50 steps.</returns>
    public double Run(string? checkpoint = null, int ahead = 2, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ClipBatches? batches = null;
        Model.train();
        try
        {
            return _loop.Run(checkpoint, first => batches = new ClipBatches(_recipe, first, ahead), () => Learn(batches!.Next()), progress, cancellation);
        }
        finally
        {
            batches?.Dispose();
        }
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }

    /// <summary>The words of many narrations, most frequent first, ties in ordinal order.</summary>
    private static string[] HeardWords(S3dRecipe recipe)
    {
        var sampler = new KitchenClipSampler(recipe.Seed, ClipBatches.Options(recipe));
        var splitter = new WordVocabulary([]);
        return
        [
            .. Enumerable.Range(0, recipe.VocabularyVideos).SelectMany(i => sampler.Narration(i)).SelectMany(splitter.Split)
                .GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() >= recipe.WordFrequency)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
        ];
    }

    private double Learn(ClipBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        PretrainLoop.SetLearningRate(_optimizer, Step, _recipe.Steps, _recipe.WarmUp, _recipe.LearningRate);
        _optimizer.zero_grad();
        int side = _recipe.Model.ImageSize, slots = _recipe.WordSlots, count = batch.Captions_BC.Length, candidates = batch.Captions_BC[0].Length;
        Tensor clips_B3TSS = tensor(batch.Pixels_B3TSS, [count, 3, _recipe.Model.Frames, side, side]);
        Tensor clips_BJ = Model.Pool(Model.Regions(clips_B3TSS));
        var ids = new long[count * candidates * slots];
        for (int i = 0; i < count * candidates; i++)
        {
            int[] words = Vocabulary.Encode(batch.Captions_BC[i / candidates][i % candidates], slots);
            for (int k = 0; k < words.Length; k++)
                ids[i * slots + k] = words[k];
        }

        Tensor captions_MJ = Model.Text.Pool(Model.Text.forward(tensor(ids, [count * candidates, slots])));
        Tensor loss = MilNceLoss.Compute(clips_BJ, captions_MJ.view(count, candidates, -1));
        loss.backward();
        nn.utils.clip_grad_norm_(Model.parameters(), _recipe.ClipNorm);
        _optimizer.step();
        return loss.ToDouble();
    }
}
