using TorchSharp;
using TorchSharp.Modules;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// Trains a small CLIP on rendered stills and their captions. The same seed and the same number of libtorch threads give the same
/// weights on the same machine, whether or not training was interrupted; another machine's matrix products round differently.
/// It trains on normalised pixels, which is faster to learn from.
/// </summary>
public sealed class ClipPretrainer : IDisposable
{
    /// <summary>Pictures whose captions the tokenizer learns from; the grammar is small.</summary>
    private const int TokenizerStills = 4_000;

    private readonly PretrainRecipe _recipe;
    private readonly AdamW _optimizer;
    private readonly PretrainLoop _loop;

    /// <summary>Learns the tokenizer and draws the first weights.</summary>
    public ClipPretrainer(PretrainRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        Tokenizer = new ClipTokenizer(LearnMerges(recipe), recipe.Model.ContextLength);
        _recipe = recipe with { Model = recipe.Model with { VocabularySize = Tokenizer.VocabularySize } };
        manual_seed(recipe.Seed);
        Model = new ClipModel(_recipe.Model);
        List<Parameter> matrices = [], rest = [];
        foreach ((string name, Parameter value) in Model.NamedParameters())
            (value.dim() >= 2 && !name.Contains("embedding", StringComparison.Ordinal) ? matrices : rest).Add(value);
        _optimizer = optim.AdamW(
            [new AdamW.ParamGroup(matrices, weight_decay: recipe.WeightDecay, beta2: 0.98), new AdamW.ParamGroup(rest, weight_decay: 0, beta2: 0.98)]);
        _loop = new PretrainLoop("Training CLIP", recipe: _recipe, recipe.Steps, recipe.CheckpointEvery, _optimizer)
        {
            WriteWeights = path => ClipWeights.Save(path, Model, new Dictionary<string, string>(), half: false),
            ReadWeights = file => ClipWeights.Fill(Model, file),
        };
    }

    public ClipModel Model { get; }

    public ClipTokenizer Tokenizer { get; }

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
        StillBatches? batches = null;
        Model.Visual.train();
        Model.Text.train();
        try
        {
            return _loop.Run(checkpoint, first => batches = new StillBatches(_recipe, first, ahead), () => Learn(batches!.Next()), progress, cancellation);
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

    private static BytePairMerges LearnMerges(PretrainRecipe recipe)
    {
        // The pictures are drawn as small as can be: only their captions are wanted.
        using var sampler = new StillSampler(recipe.Seed, recipe.Stills with { Width = 8, Height = 8 });
        IEnumerable<string> captions = Enumerable.Range(0, TokenizerStills).Select(_ => sampler.Next().Caption);
        return BytePairLearner.Learn(captions.Concat(Enumerable.Repeat(string.Join(' ', Chatter.Words), 2)), recipe.Merges);
    }

    private double Learn(StillBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        PretrainLoop.SetLearningRate(_optimizer, Step, _recipe.Steps, _recipe.WarmUp, _recipe.LearningRate);
        _optimizer.zero_grad();
        int side = _recipe.Model.ImageSize;
        Tensor images_B3SS = ClipPixels.Normalise(tensor(batch.Pixels_B3SS, [batch.Captions.Length, 3, side, side]));
        Tensor tokens_BLD = Model.Visual.forward(images_B3SS);
        Tensor texts_BD = EncodeCaptions(batch.Captions);
        Tensor loss = ClipLoss.Compute(ClipLoss.Cosines(tokens_BLD.select(1, 0), texts_BD), Model.LogitScale, batch.Captions);
        if (_recipe.CellWeight > 0)
            loss = loss + ClipLoss.Compute(ClipLoss.CellCosines(tokens_BLD.narrow(1, 1, tokens_BLD.shape[1] - 1), texts_BD), Model.LogitScale, batch.Captions) * _recipe.CellWeight;
        loss.backward();
        nn.utils.clip_grad_norm_(Model.NamedParameters().Select(p => p.Value), _recipe.ClipNorm);
        _optimizer.step();
        using (no_grad())
            Model.LogitScale.clamp_(0, ClipModel.MaximumLogitScale);
        return loss.ToDouble();
    }

    /// <summary>Each distinct caption is encoded once, cut behind the longest one's end.</summary>
    private Tensor EncodeCaptions(string[] captions)
    {
        string[] distinct = [.. captions.Distinct(StringComparer.Ordinal)];
        Dictionary<string, long> row = distinct.Select((c, i) => (c, (long)i)).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);
        long[][] tokens = [.. distinct.Select(c => Tokenizer.Tokenize(c))];
        long[] ends = [.. tokens.Select(t => (long)Array.IndexOf(t, Tokenizer.EndOfText))];
        int length = (int)ends.Max() + 1;
        Tensor ids_UL = tensor(tokens.SelectMany(t => t[..length]).ToArray(), [distinct.Length, length]);
        Tensor features_ULD = Model.Text.forward(ids_UL);
        Tensor flat = tensor([.. captions.Select(c => row[c] * length + ends[row[c]])], [captions.Length]);
        return features_ULD.flatten(0, 1).index_select(0, flat);
    }
}
