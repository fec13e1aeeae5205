namespace Workbench.Backbones;

/// <summary>
/// Triangles on the mel scale of Slaney's Auditory Toolbox: linear up to 1 kHz, logarithmic above; each of area 1 in hertz, times 2.
/// </summary>
/// <remarks>Shapes: M bands, K frequencies of the transform. Source: Slaney 1998, as librosa.filters.mel(norm="slaney", htk=False) has it.</remarks>
internal static class MelBands
{
    private const double HertzPerMel = 200.0 / 3, BreakHertz = 1000, BreakMel = BreakHertz / HertzPerMel;

    /// <summary>ln 6.4 / 27: 27 mels multiply the frequency by 6.4.</summary>
    private static readonly double s_step = Math.Log(6.4) / 27;

    /// <summary>Weight of each frequency in each band, (M, K) row by row.</summary>
    public static double[,] Create(LogMelOptions options)
    {
        int bands = options.Bands, frequencies = options.Window / 2 + 1;
        double from = ToMel(options.Lowest), to = ToMel(options.Highest);
        double[] edge = [.. Enumerable.Range(0, bands + 2).Select(i => ToHertz(from + (to - from) * i / (bands + 1)))];
        var weight_MK = new double[bands, frequencies];
        for (int m = 0; m < bands; m++)
            for (int k = 0; k < frequencies; k++)
            {
                double hertz = (double)k * options.SampleRate / options.Window;
                double rising = (hertz - edge[m]) / (edge[m + 1] - edge[m]), falling = (edge[m + 2] - hertz) / (edge[m + 2] - edge[m + 1]);
                weight_MK[m, k] = Math.Max(0, Math.Min(rising, falling)) * 2 / (edge[m + 2] - edge[m]);
            }

        return weight_MK;
    }

    public static double ToMel(double hertz) => hertz < BreakHertz ? hertz / HertzPerMel : BreakMel + Math.Log(hertz / BreakHertz) / s_step;

    public static double ToHertz(double mel) => mel < BreakMel ? mel * HertzPerMel : BreakHertz * Math.Exp(s_step * (mel - BreakMel));
}
