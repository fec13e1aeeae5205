using TorchSharp;
using TorchSharp.Modules;
using Workbench.Data;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>A frozen CLIP as the grounding model uses it: class token and grid of every frame, sentence and word slots of every text.</summary>
/// <remarks>
/// Shapes: B frames or sentences, S image side, N grid cells, K word slots, L token positions, D width. Source: brian7685/GroundingYouTube,
/// clip_feature_noModule.py 26-78 and 243-271. A word slot is a byte-pair token: positions 1..20 behind the start of text, whatever they
/// hold; the mask counts the tokens before the end of text and leaves the end out.
/// </remarks>
public sealed class ClipBackbone : ITrainableBackbone
{
    /// <summary>K: word slots of a sentence.</summary>
    public const int WordSlots = 20;

    /// <summary>The name of CLIP's own merges file.</summary>
    public const string MergesFileName = "bpe_simple_vocab_16e6.txt.gz";

    private readonly ClipModel _model;
    private readonly Device _device;
    private readonly Precision _precision;
    private readonly string _shortName;

    /// <param name="model">Owned from now on.</param>
    /// <param name="tokenizer">Of the model's vocabulary and context.</param>
    /// <param name="input">The range of the pixels that the model sees.</param>
    /// <param name="name">Short name; the range is added to it.</param>
    /// <param name="device">Null: the CPU.</param>
    /// <param name="precision">Of the encoding of frames; another than single precision is added to the name, since the features differ.</param>
    /// <exception cref="ArgumentException">The tokenizer's vocabulary or context is not the model's, or the context has fewer than 22 positions.</exception>
    public ClipBackbone(ClipModel model, ClipTokenizer tokenizer, ClipInput input, string name, Device? device = null, Precision precision = Precision.Fp32)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokenizer);
        if (tokenizer.VocabularySize != model.Config.VocabularySize || tokenizer.ContextLength != model.Config.ContextLength)
            throw new ArgumentException(
                $"The tokenizer has {tokenizer.VocabularySize} tokens and context {tokenizer.ContextLength}, the model {model.Config.VocabularySize} and {model.Config.ContextLength}.", nameof(tokenizer));
        if (model.Config.ContextLength < WordSlots + 2)
            throw new ArgumentException($"{WordSlots} word slots need a context of at least {WordSlots + 2}; the model has {model.Config.ContextLength}.", nameof(model));
        (_model, Tokenizer, Input, _device, _precision) = (model, tokenizer, input, device ?? CPU, precision);
        _shortName = name;
        Name = $"{name}-{(input == ClipInput.Raw01 ? "raw01" : "normalised")}{(precision == Precision.Bf16 ? "-bf16" : "")}";
        _model.To(_device);
        _model.Visual.eval();
        _model.Text.eval();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Width => _model.Config.EmbedWidth;

    /// <inheritdoc/>
    public int GridSize => _model.Config.GridSize;

    /// <inheritdoc/>
    public int InputSize => _model.Config.ImageSize;

    public ClipInput Input { get; }

    public ClipTokenizer Tokenizer { get; }

    /// <summary>The factor on cosines that training ended with.</summary>
    public double LogitScale => Math.Exp(_model.LogitScale.ToDouble());

    /// <summary>Loads a file of <see cref="ClipWeights"/>. The name ends in eight digits of the file's SHA-256, so that features of other weights are told apart.</summary>
    /// <exception cref="DataFormatException">The weights are not a CLIP ViT, or no merges are to be found.</exception>
    public static ClipBackbone Load(string path, ClipBackboneOptions? options = null)
    {
        options ??= new ClipBackboneOptions();
        string name;
        ClipInput input;
        ClipTokenizer tokenizer;
        using (ITensorFile file = TensorFiles.Open(path))
        {
            ClipConfig config = ClipWeights.ReadConfig(file);
            tokenizer = ReadTokenizer(file, config, options);
            name = file.Metadata.GetValueOrDefault(ClipWeights.NameKey, Path.GetFileNameWithoutExtension(path));
            input = options.Input ?? ReadInput(file);
        }

        return new ClipBackbone(ClipWeights.Load(path), tokenizer, input, $"{name}-{BackboneFile.Digits(path)}", options.Device, options.Precision);
    }

    /// <inheritdoc/>
    public FrameFeatures EncodeFrames(Tensor frames_B3HW)
    {
        ArgumentNullException.ThrowIfNull(frames_B3HW);
        using var noGrad = no_grad();
        return Encode(frames_B3HW, _precision);
    }

    /// <inheritdoc/>
    public FrameFeatures EncodeFramesToTrain(Tensor frames_B3HW)
    {
        ArgumentNullException.ThrowIfNull(frames_B3HW);
        return Encode(frames_B3HW, Precision.Fp32);
    }

    private FrameFeatures Encode(Tensor frames_B3HW, Precision precision)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor pixels_B3HW = frames_B3HW.to(_device);
        if (Input == ClipInput.Normalised)
            pixels_B3HW = ClipPixels.Normalise(pixels_B3HW);
        using Autocast? mixed = precision == Precision.Bf16 ? Autocast.Enter(_device, ScalarType.BFloat16) : null;
        Tensor tokens_BLD = _model.Visual.forward(pixels_B3HW).to(ScalarType.Float32);
        return new FrameFeatures(
            tokens_BLD.select(1, 0).clone().MoveToOuterDisposeScope(),
            tokens_BLD.narrow(1, 1, tokens_BLD.shape[1] - 1).clone().MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public TextFeatures EncodeText(IReadOnlyList<string> sentences)
    {
        using var noGrad = no_grad();
        return EncodeTextToTrain(sentences);
    }

    /// <inheritdoc/>
    public TextFeatures EncodeTextToTrain(IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (sentences.Count == 0)
            throw new ArgumentException("Expected at least one sentence, got none.", nameof(sentences));
        long[][] tokens = [.. sentences.Select(s => Tokenizer.Tokenize(s, truncate: true))];
        long[] ends = [.. tokens.Select(t => (long)Array.IndexOf(t, Tokenizer.EndOfText))];
        int length = Math.Max(WordSlots + 1, (int)ends.Max() + 1);
        using DisposeScope scope = NewDisposeScope();
        Tensor ids_BL = tensor(tokens.SelectMany(t => t[..length]).ToArray(), [sentences.Count, length]).to(_device);
        Tensor ends_B = tensor(ends, [sentences.Count]).to(_device);
        Tensor features_BLD = _model.Text.forward(ids_BL);
        Tensor global_BD = features_BLD.gather(1, ends_B.view(-1, 1, 1).expand(-1, 1, Width)).squeeze(1);
        Tensor slots_K = arange(1, WordSlots + 1, ScalarType.Int64, _device);
        return new TextFeatures(
            global_BD.MoveToOuterDisposeScope(),
            features_BLD.narrow(1, 1, WordSlots).clone().MoveToOuterDisposeScope(),
            slots_K.unsqueeze(0).lt(ends_B.unsqueeze(1)).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    /// <remarks>Without the temperature, which belongs to CLIP's own loss.</remarks>
    public IEnumerable<(string Name, Parameter Value)> NamedParameters() => _model.NamedParameters().Where(p => !ReferenceEquals(p.Value, _model.LogitScale));

    /// <inheritdoc/>
    public ITrainableBackbone Copy()
    {
        var model = new ClipModel(_model.Config);
        using (no_grad())
            foreach (((_, Tensor from), (_, Tensor to)) in _model.NamedState().Zip(model.NamedState()))
                to.copy_(from);
        return new ClipBackbone(model, Tokenizer, Input, _shortName, _device, _precision);
    }

    /// <inheritdoc/>
    public void Save(string path) => ClipWeights.Save(
        path, _model, new Dictionary<string, string> { [ClipWeights.NameKey] = $"{_shortName}-tuned", [ClipWeights.InputKey] = Input.ToString(), [ClipWeights.MergesKey] = Tokenizer.Merges.ToString() }, half: false);

    /// <inheritdoc/>
    public ITrainableBackbone Reload(string path) => Load(path, new ClipBackboneOptions { Device = _device, Precision = _precision });

    public void Dispose() => _model.Dispose();

    private static ClipTokenizer ReadTokenizer(ITensorFile file, ClipConfig config, ClipBackboneOptions options)
    {
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, MergesFileName);
        BytePairMerges merges;
        if (options.MergesFile is string given)
            merges = BytePairMerges.Read(given, config.VocabularySize - 514);
        else if (file.Metadata.TryGetValue(ClipWeights.MergesKey, out string? text))
            merges = BytePairMerges.Parse(text);
        else if (File.Exists(beside))
            merges = BytePairMerges.Read(beside, config.VocabularySize - 514);
        else
            throw new DataFormatException(file.Path, $"metadata '{ClipWeights.MergesKey}'", $"no merges here, and no {MergesFileName} beside the file; name one in ClipBackboneOptions.MergesFile");
        return new ClipTokenizer(merges, config.ContextLength);
    }

    private static ClipInput ReadInput(ITensorFile file)
    {
        if (!file.Metadata.TryGetValue(ClipWeights.InputKey, out string? text))
            return ClipInput.Raw01;
        return Enum.TryParse(text, out ClipInput input) && Enum.IsDefined(input)
            ? input
            : throw new DataFormatException(file.Path, $"metadata '{ClipWeights.InputKey}'", $"expected Raw01 or Normalised, found \"{text}\"");
    }
}
