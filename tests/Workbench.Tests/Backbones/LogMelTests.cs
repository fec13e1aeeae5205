using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>Spectrograms against the same definition written out in NumPy, in double precision (tests/fixtures/davenet/parity.py).</summary>
public sealed class LogMelTests : IDisposable
{
    private readonly SafetensorsFile _expected = SafetensorsFile.Open(Fixtures.Find("davenet/expected.safetensors"));

    public void Dispose() => _expected.Dispose();

    [Theory]
    [InlineData("long", 8000, null)]
    [InlineData("short", 150, null)]
    [InlineData("empty", 0, null)]
    [InlineData("padded", 1000, 12)]
    [InlineData("cut", 3000, 5)]
    public void Spectrograms_are_the_reference_s(string name, int samples, int? frames)
    {
        using Tensor actual = LogMel.Compute(Tone(samples), new LogMelOptions { Frames = frames });
        Assert.Equal(_expected.Entries[name].Shape, actual.shape);
        float[] values = actual.data<float>().ToArray();
        double largest = _expected.ReadSingle(name).Zip(values, (e, a) => Math.Abs((double)e - a)).Max();
        // Decibels from 0 to -80; largest absolute difference, single against double precision: 9.9e-5.
        Assert.True(largest < 3e-4, $"largest difference {largest:G3}");
    }

    [Fact]
    public void Bands_are_slaney_s_triangles()
    {
        double[,] bands_MK = MelBands.Create(new LogMelOptions());
        float[] expected = _expected.ReadSingle("bands");
        Assert.Equal((40, 201), (bands_MK.GetLength(0), bands_MK.GetLength(1)));
        Assert.True(expected.Zip(bands_MK.Cast<double>(), (e, a) => Math.Abs(e - a)).Max() < 1e-8);
        Assert.Equal(15, MelBands.ToMel(1000), 1e-12);
        Assert.Equal(6400, MelBands.ToHertz(42), 1e-9);
    }

    [Fact]
    public void A_louder_recording_has_the_same_spectrogram_and_silence_is_zero()
    {
        float[] tone = Tone(2000);
        using Tensor quiet = LogMel.Compute([.. tone.Select(s => s / 4)]), loud = LogMel.Compute(tone), silent = LogMel.Compute(new float[1600]);
        Assert.True((quiet - loud).abs().max().ToDouble() < 1e-3);
        Assert.Equal(0, loud.max().ToDouble());
        Assert.True(loud.min().ToDouble() >= -80);
        Assert.Equal(0, silent.abs().max().ToDouble());
    }

    [Fact]
    public void Options_out_of_range_are_named() =>
        Assert.Contains("20 to 9000 Hz", Assert.Throws<ArgumentException>(() => LogMel.Compute(new float[10], new LogMelOptions { Highest = 9000 })).Message, StringComparison.Ordinal);

    /// <summary>The sound that the script makes too.</summary>
    internal static float[] Tone(int samples)
    {
        var sound = new float[samples];
        for (int n = 0; n < samples; n++)
            if (!(n > samples * 0.6 && n < samples * 0.7))
                sound[n] = (float)(0.3 * Math.Sin(n * 0.05 + 1e-6 * n * (double)n) + 0.2 * Math.Sin(n * 0.21) + 0.05 * Math.Sin(n * 1.9)
                    + 0.02 * (((n * 7919L + 104729) % 10007) / 10007.0 - 0.5) + 0.1);
        return sound;
    }
}
