using System.Numerics;

namespace Workbench.Transport;

// Shapes: U frames, K words.

/// <summary>
/// One transport problem on the CPU by scaling: the plan is diag(a)·A·diag(b) with A = exp(P/ε − maximum), and a sweep is two products of
/// a matrix and a vector instead of two passes of exponentials and logarithms. Where a or b grows beyond 1e±100 it is absorbed into A (Schmitzer 2019,
/// "Stabilized sparse scaling algorithms", section 3.1), so that the numbers are those of the log domain.
/// </summary>
internal sealed class ScaledKernel
{
    private const double Largest = 1e100;
    private static readonly int s_lanes = Vector<double>.Count;

    private readonly int _frames, _words, _padded;
    private readonly double[] _matrix, _a, _b, _mass, _sum;

    /// <param name="kernel_UK">P/ε.</param>
    /// <param name="mass_K">Mass of each word.</param>
    public ScaledKernel(ReadOnlySpan<double> kernel_UK, ReadOnlySpan<double> mass_K)
    {
        (_words, _frames) = (mass_K.Length, kernel_UK.Length / mass_K.Length);
        _padded = (_words + s_lanes - 1) / s_lanes * s_lanes;
        (_matrix, _a, _b, _mass, _sum) = (new double[_frames * _padded], new double[_frames], new double[_padded], new double[_padded], new double[_padded]);
        mass_K.CopyTo(_mass);
        Array.Fill(_a, 1);
        Array.Fill(_b, 1, 0, _words);
        double most = Most(kernel_UK);
        for (int u = 0; u < _frames; u++)
            for (int k = 0; k < _words; k++)
                _matrix[(u * _padded) + k] = Math.Exp(kernel_UK[(u * _words) + k] - most);
    }

    /// <summary>True where the numbers can be held: no more than e^600 between the smallest and the largest.</summary>
    public static bool Holds(ReadOnlySpan<double> kernel_UK)
    {
        double least = double.PositiveInfinity;
        foreach (double value in kernel_UK)
            least = Math.Min(least, value);
        return Most(kernel_UK) - least <= 600;
    }

    /// <summary>Normalises the words, then the frames; gives the largest distance of a frame's mass from 1/U in between.</summary>
    public double WordsThenFrames()
    {
        ScaleWords();
        return ScaleFrames();
    }

    /// <summary>Normalises the frames, then the words; gives the largest distance of a frame's mass from 1/U afterwards.</summary>
    public double FramesThenWords()
    {
        ScaleFrames();
        ScaleWords();
        double error = 0, target = 1.0 / _frames;
        for (int u = 0; u < _frames; u++)
            error = Math.Max(error, Math.Abs((_a[u] * Row(u)) - target));
        return error;
    }

    /// <summary>The plan.</summary>
    public void CopyTo(Span<double> plan_UK)
    {
        for (int u = 0; u < _frames; u++)
            for (int k = 0; k < _words; k++)
                plan_UK[(u * _words) + k] = _a[u] * _matrix[(u * _padded) + k] * _b[k];
    }

    private void ScaleWords()
    {
        Array.Clear(_sum);
        for (int u = 0; u < _frames; u++)
        {
            var scale = new Vector<double>(_a[u]);
            for (int k = 0; k < _padded; k += s_lanes)
                (new Vector<double>(_sum, k) + (scale * new Vector<double>(_matrix, (u * _padded) + k))).CopyTo(_sum, k);
        }

        for (int k = 0; k < _words; k++)
            _b[k] = _mass[k] == 0 ? 0 : _mass[k] / _sum[k];
        Absorb();
    }

    private double ScaleFrames()
    {
        double error = 0, target = 1.0 / _frames;
        for (int u = 0; u < _frames; u++)
        {
            double row = Row(u);
            error = Math.Max(error, Math.Abs((_a[u] * row) - target));
            _a[u] = target / row;
        }

        Absorb();
        return error;
    }

    /// <summary>Σ_k A[u, k]·b[k].</summary>
    private double Row(int u)
    {
        Vector<double> sum = Vector<double>.Zero;
        for (int k = 0; k < _padded; k += s_lanes)
            sum += new Vector<double>(_matrix, (u * _padded) + k) * new Vector<double>(_b, k);
        return Vector.Sum(sum);
    }

    private void Absorb()
    {
        if (!OutOfRange(_a) && !OutOfRange(_b))
            return;
        for (int u = 0; u < _frames; u++)
            for (int k = 0; k < _words; k++)
                _matrix[(u * _padded) + k] *= _a[u] * (_b[k] == 0 ? 1 : _b[k]);
        Array.Fill(_a, 1);
        for (int k = 0; k < _words; k++)
            _b[k] = _b[k] == 0 ? 0 : 1;
    }

    private static bool OutOfRange(double[] values) => Array.Exists(values, v => v > Largest || (v != 0 && v < 1 / Largest));

    private static double Most(ReadOnlySpan<double> values)
    {
        double most = double.NegativeInfinity;
        foreach (double value in values)
            most = Math.Max(most, value);
        return most;
    }
}
