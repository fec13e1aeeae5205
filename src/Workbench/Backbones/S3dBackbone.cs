using System.Globalization;
using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// A frozen S3D-G with MIL-NCE's heads as the grounding model uses it. For every second: the clip in the joint space ("global") and the
/// regions of mixed_5c ("local"). For every text: the sentence in the joint space, and the words behind fc1.
/// </summary>
/// <remarks>
/// Shapes: B clips or sentences, T frames, N grid cells, K word slots, C channels of mixed_5c, J joint width. Source: What-When-Where,
/// appendix 8.1; Miech et al. 2020. A sentence without a single known word keeps its first, empty slot as its word.
/// </remarks>
public sealed class S3dBackbone : IBackbone
{
    private static readonly string[] s_vocabularies = ["dict.npy", "s3d_dict.npy"];

    private readonly S3dModel _model;
    private readonly S3dBackboneOptions _options;
    private readonly Device _device;

    /// <param name="model">Owned from now on.</param>
    /// <param name="vocabulary">The words of the model's rows.</param>
    /// <param name="name">Short name; what decides the features is added to it.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="ArgumentException">More words than the embedding has rows, or an option is out of range.</exception>
    public S3dBackbone(S3dModel model, WordVocabulary vocabulary, string name, S3dBackboneOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(vocabulary);
        options ??= new S3dBackboneOptions();
        (_model, Vocabulary, _options, _device) = (model, vocabulary, options, options.Device ?? CPU);
        S3dConfig config = model.Config with { Frames = options.Frames ?? model.Config.Frames, Fps = options.Fps ?? model.Config.Fps };
        config.Validate();
        if (vocabulary.Words.Count >= config.Words)
            throw new ArgumentException($"The embedding has {config.Words} rows, of which one is padding; the vocabulary has {vocabulary.Words.Count} words.", nameof(vocabulary));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WordSlots, 1);
        Window = new FeatureWindow(config.Frames, config.Fps, options.Placement, options.MeanOverTime ? 1 : config.Steps);
        Name = string.Create(CultureInfo.InvariantCulture, $"{name}-{config.Frames}x{config.Fps}fps{(options.Placement == WindowPlacement.Centred ? "" : "-successive")}{(options.MeanOverTime ? "" : "-steps")}{(options.WordSlots == 20 ? "" : $"-{options.WordSlots}words")}{(vocabulary.LowerCase ? "" : "-cased")}");
        _model.to(_device);
        _model.eval();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Width => _model.Config.JointWidth;

    /// <inheritdoc/>
    public int RegionWidth => _model.Config.RegionWidth;

    /// <inheritdoc/>
    public int WordWidth => _model.Config.WordWidth;

    /// <inheritdoc/>
    public int GridSize => _model.Config.GridSize;

    /// <inheritdoc/>
    public int InputSize => _model.Config.ImageSize;

    /// <inheritdoc/>
    public FeatureWindow Window { get; }

    public WordVocabulary Vocabulary { get; }

    /// <summary>Loads a file of <see cref="S3dWeights"/>. The name ends in eight digits of the file's SHA-256, so that features of other weights are told apart.</summary>
    /// <exception cref="DataFormatException">The weights are not an S3D, or no vocabulary that fits is to be found.</exception>
    public static S3dBackbone Load(string path, S3dBackboneOptions? options = null)
    {
        options ??= new S3dBackboneOptions();
        string name;
        WordVocabulary vocabulary;
        using (ITensorFile file = TensorFiles.Open(path))
        {
            S3dConfig config = S3dWeights.ReadConfig(file);
            vocabulary = ReadVocabulary(file, options);
            if (vocabulary.Words.Count >= config.Words)
                throw new DataFormatException(path, "'text_module.word_embd.weight'", $"a row for padding and one for each of {vocabulary.Words.Count} words was expected, found {config.Words}");
            name = file.Metadata.GetValueOrDefault(S3dWeights.NameKey, Path.GetFileNameWithoutExtension(path));
        }

        return new S3dBackbone(S3dWeights.Load(path), vocabulary, $"{name}-{BackboneFile.Digits(path)}", options);
    }

    /// <inheritdoc/>
    FeatureWindow? IBackbone.Window => Window;

    /// <inheritdoc/>
    public FrameFeatures EncodeFrames(Tensor frames_B3HW)
    {
        ArgumentNullException.ThrowIfNull(frames_B3HW);
        int side = InputSize;
        if (frames_B3HW.shape is not [_, 3, var frames, var height, var width] || frames != Window.Frames || height != side || width != side)
            throw new ArgumentException($"Expected clips of shape [B, 3, {Window.Frames}, {side}, {side}], got [{string.Join(", ", frames_B3HW.shape)}].", nameof(frames_B3HW));
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor regions_BCtgg = _model.Regions(frames_B3HW.to(_device));
        Tensor global_BJ = _model.Pool(regions_BCtgg);
        Tensor steps_BCtgg = _options.MeanOverTime ? regions_BCtgg.mean(new long[] { 2 }, keepdim: true) : regions_BCtgg;
        return new FrameFeatures(
            global_BJ.MoveToOuterDisposeScope(), steps_BCtgg.flatten(2, 4).transpose(1, 2).contiguous().MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public TextFeatures EncodeText(IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (sentences.Count == 0)
            throw new ArgumentException("Expected at least one sentence, got none.", nameof(sentences));
        int slots = _options.WordSlots;
        var ids = new long[sentences.Count * slots];
        var mask = new bool[ids.Length];
        for (int i = 0; i < sentences.Count; i++)
        {
            int[] words = Vocabulary.Encode(sentences[i], slots);
            for (int k = 0; k < words.Length; k++)
                ids[i * slots + k] = words[k];
            mask.AsSpan(i * slots, Math.Max(1, words.Length)).Fill(true);
        }

        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor words_BKD = _model.Text.forward(tensor(ids, [sentences.Count, slots]).to(_device));
        return new TextFeatures(
            _model.Text.Pool(words_BKD).MoveToOuterDisposeScope(), words_BKD.MoveToOuterDisposeScope(),
            tensor(mask, [sentences.Count, slots]).to(_device).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public Tensor JoinRegions(Tensor regions)
    {
        using var noGrad = no_grad();
        return _model.Join(regions);
    }

    /// <inheritdoc/>
    public Tensor JoinWords(Tensor words)
    {
        using var noGrad = no_grad();
        return _model.Text.Join(words);
    }

    public void Dispose() => _model.Dispose();

    private static WordVocabulary ReadVocabulary(ITensorFile file, S3dBackboneOptions options)
    {
        if (options.Vocabulary is { } given)
            return WordVocabulary.Read(given, options.LowerCase);
        if (file.Metadata.TryGetValue(S3dWeights.WordsKey, out string? text))
            return new WordVocabulary(text.Split('\n'), options.LowerCase);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        return s_vocabularies.Select(v => Path.Combine(folder, v)).FirstOrDefault(File.Exists) is { } beside
            ? WordVocabulary.Read(beside, options.LowerCase)
            : throw new DataFormatException(file.Path, $"metadata '{S3dWeights.WordsKey}'", $"no words here, and no {string.Join(" or ", s_vocabularies)} beside the file; name one in S3dBackboneOptions.Vocabulary");
    }
}
