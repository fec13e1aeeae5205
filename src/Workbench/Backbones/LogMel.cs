using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Log-mel spectrograms: gain, mean off, pre-emphasis, Hamming windows centred on every hop (the ends mirrored), power, mel bands, decibels
/// below the loudest.
/// </summary>
/// <remarks>Shapes: M bands, F frames (1 + samples / hop), K frequencies, W samples of a window. Source: see <see cref="LogMelOptions"/>.</remarks>
public static class LogMel
{
    /// <summary>Samples that stand in for an empty track.</summary>
    private const int EmptySamples = 200;

    /// <summary>Windows transformed at once, so that an hour of sound takes no more memory than its spectrogram.</summary>
    private const int Block = 4096;

    /// <summary>The spectrogram of a whole track, [M, F]; 0 is the loudest, quieter is negative. Silence is 0 throughout.</summary>
    /// <param name="samples">One channel, in [-1, 1]; none count as 200 zeros.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static Tensor Compute(ReadOnlySpan<float> samples, LogMelOptions? options = null)
    {
        options ??= new LogMelOptions();
        options.Check();
        float[] padded = Mirror(Emphasise(samples.Length > 0 ? samples : new float[EmptySamples], options), options.Window / 2);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        double[,] bands_MK = MelBands.Create(options);
        Tensor weight_KM = tensor(bands_MK.Cast<double>().ToArray(), [bands_MK.GetLength(0), bands_MK.GetLength(1)]).t().to(ScalarType.Float32);
        // The symmetric window: its first sample equals its last.
        Tensor window_W = hamming_window(options.Window, periodic: false), padded_N = tensor(padded);
        int frames = (padded.Length - options.Window) / options.Hop + 1;
        var parts = new List<Tensor>();
        for (int first = 0; first < frames; first += Block)
        {
            using DisposeScope turn = NewDisposeScope();
            int count = Math.Min(Block, frames - first);
            Tensor windows_FW = padded_N.narrow(0, (long)first * options.Hop, (long)(count - 1) * options.Hop + options.Window).unfold(0, options.Window, options.Hop);
            Tensor power_FK = fft.rfft(windows_FW * window_W).abs().square();
            parts.Add(power_FK.matmul(weight_KM).MoveToOuterDisposeScope());
        }

        Tensor decibel_MF = Decibel(cat(parts, 0).t(), options);
        if (options.Frames is { } wanted)
            decibel_MF = wanted <= frames ? decibel_MF.narrow(1, 0, wanted) : nn.functional.pad(decibel_MF, [0, wanted - frames]);
        return decibel_MF.contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>10·log₁₀ of the power over the greatest, not less than the range below it.</summary>
    private static Tensor Decibel(Tensor power, LogMelOptions options)
    {
        Tensor level = power.clamp_min(options.LeastPower).log10() * 10;
        Tensor relative = level - level.max();
        return relative.clamp_min(-options.Range);
    }

    private static float[] Emphasise(ReadOnlySpan<float> samples, LogMelOptions options)
    {
        double gain = Math.Pow(10, options.Gain / 20), mean = 0;
        foreach (float sample in samples)
            mean += sample;
        mean /= samples.Length;
        var result = new float[samples.Length];
        double before = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double now = (samples[i] - mean) * gain;
            result[i] = (float)(i == 0 ? now : now - options.PreEmphasis * before);
            before = now;
        }

        return result;
    }

    /// <summary>Mirrors both ends about their last sample, as often as a short track needs (NumPy's "reflect").</summary>
    private static float[] Mirror(float[] samples, int count)
    {
        int period = Math.Max(1, 2 * (samples.Length - 1));
        var result = new float[samples.Length + 2 * count];
        for (int i = 0; i < result.Length; i++)
        {
            int at = ((i - count) % period + period) % period;
            result[i] = samples[at < samples.Length ? at : period - at];
        }

        return result;
    }
}
