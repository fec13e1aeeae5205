using TorchSharp;
using TorchSharp.Modules;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// Trains a small DAVEnet and its word vectors by MIL-NCE on windows of sound tracks, from nothing. A window's candidates are the sentence said in it and the
/// label of the action heard in it; the same text beside another window is no negative. The same seed and the same number of libtorch threads give the
/// same weights on the same machine, whether or not training was interrupted.
/// </summary>
public sealed class DavenetPretrainer : IDisposable
{
    private readonly DavenetRecipe _recipe;
    private readonly List<Parameter> _trained;
    private readonly AdamW _optimizer;
    private readonly PretrainLoop _loop;

    /// <summary>Collects the vocabulary and draws the first weights.</summary>
    /// <exception cref="ArgumentException">The recipe is out of range.</exception>
    /// <exception cref="PlatformNotSupportedException">The recipe wants speech and flite is not installed.</exception>
    public DavenetPretrainer(DavenetRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.Check();
        _recipe = recipe;
        Vocabulary = new WordVocabulary(HeardWords(recipe));
        manual_seed(recipe.Seed);
        Model = new DavenetTextModel(recipe.Model, Vocabulary.Words.Count + 1, recipe.WordEmbedding, recipe.WordWidth, recipe.JointWidth);
        List<Parameter> matrices = [], rest = [];
        foreach ((string name, Parameter value) in Model.named_parameters())
            if (!name.Contains("batchnorm1", StringComparison.Ordinal)) // Declared by the authors, never used.
                (value.dim() >= 2 && !name.Contains("word_embd", StringComparison.Ordinal) ? matrices : rest).Add(value);
        _trained = [.. matrices, .. rest];
        _optimizer = optim.AdamW([new AdamW.ParamGroup(matrices, weight_decay: recipe.WeightDecay), new AdamW.ParamGroup(rest, weight_decay: 0)]);
        _loop = new PretrainLoop("Training DAVEnet", recipe, recipe.Steps, recipe.CheckpointEvery, _optimizer)
        {
            WriteWeights = path => DavenetTextWeights.Save(path, Model, new Dictionary<string, string>(), half: false),
            ReadWeights = file => DavenetTextWeights.Fill(Model, file),
        };
    }

    public DavenetTextModel Model { get; }

    public WordVocabulary Vocabulary { get; }

    /// <summary>Steps done.</summary>
    public int Step => _loop.Step;

    /// <summary>Seconds of training, those before an interruption included; speaking the tracks comes on top.</summary>
    public double Seconds => _loop.Seconds;

    /// <summary>Makes the sound tracks, then trains to the recipe's last step.</summary>
    /// <param name="checkpoint">A folder to go on from and to write checkpoints into; null for none.</param>
    /// <param name="progress">One report a track, then one a step, with the mean loss of the last 50.</param>
    /// <param name="cancellation">Stops after the running step; what was done since the last checkpoint is kept in a checkpoint.</param>
    /// <returns>The mean loss of the last 50 steps.</returns>
    public double Run(string? checkpoint = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        SoundPool? pool = null;
        Model.train();
        return _loop.Run(checkpoint, _ => pool = new SoundPool(_recipe, progress, cancellation), () => Learn(pool!.At(Step)), progress, cancellation);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }

    /// <summary>True at (i, j, c): i and j are two windows, and text c of j is one of i's texts.</summary>
    internal static bool[] SameTexts(string[][] texts_BC)
    {
        int count = texts_BC.Length, candidates = texts_BC[0].Length;
        var same = new bool[count * count * candidates];
        for (int i = 0; i < same.Length; i++)
        {
            int own = i / (count * candidates), other = i / candidates % count;
            same[i] = own != other && texts_BC[own].Contains(texts_BC[other][i % candidates], StringComparer.Ordinal);
        }

        return same;
    }

    /// <summary>The words of the tracks' narrations, most frequent first, ties in ordinal order, then those that only labels have.</summary>
    private static string[] HeardWords(DavenetRecipe recipe)
    {
        var sampler = new KitchenSoundSampler(recipe.Seed, recipe.Videos);
        var splitter = new WordVocabulary([]);
        string[] heard =
        [
            .. Enumerable.Range(0, recipe.Tracks).SelectMany(i => sampler.Narration(i)).SelectMany(s => splitter.Split(s.Text))
                .GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() >= recipe.WordFrequency)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
        ];
        return [.. heard.Concat(KitchenAction.All.SelectMany(a => splitter.Split(a.Label))).Distinct(StringComparer.Ordinal)];
    }

    private double Learn(SoundBatch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        PretrainLoop.SetLearningRate(_optimizer, Step, _recipe.Steps, _recipe.WarmUp, _recipe.LearningRate);
        _optimizer.zero_grad();
        int count = batch.Texts_BC.Length, candidates = batch.Texts_BC[0].Length;
        Tensor windows_BJ = Model.Windows(tensor(batch.LogMel_BMF, [count, _recipe.Model.Bands, _recipe.Frames]));
        Tensor texts_MJ = Model.Texts([.. batch.Texts_BC.SelectMany(t => t)], Vocabulary, _recipe.WordSlots);
        Tensor loss = MilNceLoss.Compute(windows_BJ, texts_MJ.view(count, candidates, -1), tensor(SameTexts(batch.Texts_BC), [count, count, candidates]));
        loss.backward();
        nn.utils.clip_grad_norm_(_trained, _recipe.ClipNorm);
        _optimizer.step();
        return loss.ToDouble();
    }
}
