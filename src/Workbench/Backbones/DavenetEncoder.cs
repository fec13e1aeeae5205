using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>A frozen DAVEnet on log-mel: a track's feature for every second.</summary>
/// <remarks>
/// Shapes: F seconds, f steps of 0.16 s, D width. A second's feature is the mean of the steps centred in it, six or seven of them. The whole
/// track makes one spectrogram, so 0 dB is its loudest moment. Sources: What-When-Where, appendix ("Effect of audio"); roudimit/AVLnet.
/// </remarks>
public sealed class DavenetEncoder : IDisposable
{
    /// <summary>Steps encoded at once (20 minutes), with <see cref="Margin"/> more on each side.</summary>
    private const int Block = 7_500;

    private readonly DavenetModel _model;
    private readonly LogMelOptions _options;
    private readonly Device _device;
    private readonly int _block;

    /// <param name="model">Owned from now on.</param>
    /// <param name="name">Short name.</param>
    /// <param name="options">Null: the defaults; its number of frames is not used.</param>
    /// <param name="device">Null: the CPU.</param>
    /// <param name="block">Steps encoded at once; a long track is cut, with no difference in the result.</param>
    /// <exception cref="ArgumentException">The model takes another number of bands.</exception>
    public DavenetEncoder(DavenetModel model, string name, LogMelOptions? options = null, Device? device = null, int block = Block)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, Name, _options, _device, _block) = (model, name, (options ?? new LogMelOptions()) with { Frames = null }, device ?? CPU, block);
        _options.Check();
        if (model.Config.Bands != _options.Bands)
            throw new ArgumentException($"The model takes {model.Config.Bands} mel bands; {_options.Bands} were given.", nameof(options));
        _model.to(_device);
        _model.eval();
    }

    /// <summary>Name and version, as feature stores carry it.</summary>
    public string Name { get; }

    /// <summary>D.</summary>
    public int Width => _model.Config.Widths[^1];

    /// <summary>The rate at which tracks are to be read.</summary>
    public int SampleRate => _options.SampleRate;

    /// <summary>Steps that a step's value can depend on, to each side.</summary>
    private int Margin => 2 * _model.Config.Blocks * _model.Config.Kernel;

    /// <summary>Loads a file of <see cref="DavenetWeights"/>. The name ends in eight digits of the file's SHA-256.</summary>
    /// <exception cref="DataFormatException">The weights are not a DAVEnet.</exception>
    public static DavenetEncoder Load(string path, LogMelOptions? options = null, Device? device = null)
    {
        string name;
        using (ITensorFile file = TensorFiles.Open(path))
            name = file.Metadata.GetValueOrDefault(DavenetWeights.NameKey, Path.GetFileNameWithoutExtension(path));
        return new DavenetEncoder(DavenetWeights.Load(path), $"{name}-{BackboneFile.Digits(path)}", options, device);
    }

    /// <summary>Features of a track's seconds, [F, D]. Seconds without sound, and a track without any, are 0.</summary>
    /// <param name="samples">One channel at <see cref="SampleRate"/>.</param>
    /// <param name="seconds">F; null: as many as the track has, rounded, at least one.</param>
    public FeatureArray Encode(ReadOnlySpan<float> samples, int? seconds = null)
    {
        int count = seconds ?? Math.Max(1, (int)Math.Round((double)samples.Length / SampleRate, MidpointRounding.AwayFromZero)), width = Width;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(seconds));
        var sum_FD = new float[count * width];
        if (IsSilent(samples))
            return new FeatureArray(sum_FD, [count, width]);
        using Tensor steps_fD = Steps(samples);
        float[] values = steps_fD.data<float>().ToArray();
        int[] members = new int[count];
        double stepSeconds = (double)_model.Config.Stride * _options.Hop / SampleRate;
        for (int step = 0; step < steps_fD.shape[0] && (int)(step * stepSeconds) < count; step++)
        {
            int second = (int)(step * stepSeconds);
            members[second]++;
            for (int d = 0; d < width; d++)
                sum_FD[second * width + d] += values[step * width + d];
        }

        for (int i = 0; i < sum_FD.Length; i++)
            sum_FD[i] /= Math.Max(1, members[i / width]);
        return new FeatureArray(sum_FD, [count, width]);
    }

    /// <summary>Whether a track is empty, or never louder than half a step of 16 bits.</summary>
    public static bool IsSilent(ReadOnlySpan<float> samples)
    {
        foreach (float sample in samples)
            if (Math.Abs(sample) > 0.5f / short.MaxValue)
                return false;
        return true;
    }

    public void Dispose() => _model.Dispose();

    /// <summary>Every step of a track, [f, D]; step j is centred on frame j·stride.</summary>
    private Tensor Steps(ReadOnlySpan<float> samples)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor logMel_MF = LogMel.Compute(samples, _options);
        int stride = _model.Config.Stride;
        long frames = logMel_MF.shape[1], steps = (frames + stride - 1) / stride;
        var parts = new List<Tensor>();
        for (long first = 0; first < steps; first += _block)
        {
            long last = Math.Min(steps, first + _block), from = Math.Max(0, first - Margin), to = Math.Min(steps, last + Margin);
            using DisposeScope turn = NewDisposeScope();
            Tensor part_1MF = logMel_MF.narrow(1, from * stride, Math.Min(frames, to * stride) - from * stride).unsqueeze(0).to(_device);
            parts.Add(_model.forward(part_1MF).squeeze(0).narrow(1, first - from, last - first).t().cpu().contiguous().MoveToOuterDisposeScope());
        }

        return cat(parts, 0).MoveToOuterDisposeScope();
    }
}
