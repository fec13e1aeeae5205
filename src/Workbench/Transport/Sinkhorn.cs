using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Transport;

// Shapes: B clips, U candidate frames, K words.

/// <summary>
/// Entropic optimal transport between frames and words by Sinkhorn-Knopp in the log domain (What-When-Where, section 3.2 and
/// appendix 7.1, Eq. 2-3; Cuturi 2013): maximises ⟨Q, P⟩ + ε·H(Q) with Q 1_K = 1/U and Qᵀ 1_U = 1/K.
/// In the log domain no similarity overflows; the released code divides by 0.1 and then by ε = 0.05, an exponent of 200·cos.
/// </summary>
public static class Sinkhorn
{
    /// <summary>Solves one problem for each clip of a batch. No gradient flows through the plan.</summary>
    /// <param name="similarity_BUK">Similarities P, shape (B, U, K); larger means closer.</param>
    /// <param name="options">ε, sweeps, tolerance.</param>
    /// <param name="words_BK">Mass of the words, shape (B, K), each row summing to 1; uniform where null. A word of mass 0 takes no part.</param>
    /// <param name="wordsLast">
    /// False: each sweep ends by normalising frames, so every frame carries exactly 1/U (SwAV's orientation).
    /// True: it ends with words, the transposed orientation of systems.md fixture 11.3.
    /// </param>
    /// <exception cref="ArgumentException">The similarity is not (B, U, K), or holds a number that is not finite.</exception>
    public static TransportPlan Solve(Tensor similarity_BUK, SinkhornOptions? options = null, Tensor? words_BK = null, bool wordsLast = false)
    {
        ArgumentNullException.ThrowIfNull(similarity_BUK);
        options ??= new SinkhornOptions();
        options.Check();
        CheckShapes(similarity_BUK, words_BK);

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor kernel_BUK = similarity_BUK.to(ScalarType.Float64) / options.Epsilon;
        if (!kernel_BUK.isfinite().all().item<bool>())
            throw new ArgumentException("The similarity holds NaN or infinity; Sinkhorn needs finite numbers.", nameof(similarity_BUK));
        TransportPlan plan = (kernel_BUK.device_type == DeviceType.CPU ? Scaled(kernel_BUK, options, words_BK, wordsLast) : null) ?? InLogDomain(kernel_BUK, options, words_BK, wordsLast);
        return plan with { Plan_BUK = plan.Plan_BUK.to(similarity_BUK.dtype).MoveToOuterDisposeScope() };
    }

    /// <summary>All problems of a batch by logarithms, on any device.</summary>
    internal static TransportPlan InLogDomain(Tensor kernel_BUK, SinkhornOptions options, Tensor? words_BK, bool wordsLast)
    {
        long frames = kernel_BUK.size(1), words = kernel_BUK.size(2);
        Tensor logWords_B1K = words_BK is null
            ? full([1, 1, words], -Math.Log(words), ScalarType.Float64, kernel_BUK.device)
            : words_BK.to(ScalarType.Float64).log().unsqueeze(1);
        double logFrame = -Math.Log(frames);
        Tensor logFrames_BU1 = zeros_like(kernel_BUK.select(2, 0)).unsqueeze(2) + logFrame;

        Tensor f_BU1 = zeros_like(logFrames_BU1), g_B1K = zeros_like(kernel_BUK.select(1, 0)).unsqueeze(1);
        double error = double.PositiveInfinity, target = options.Tolerance > 0 ? options.Tolerance : 1e-6;
        int sweep = 0;
        while (sweep < options.MaxSweeps)
        {
            sweep++;
            using var turn = NewDisposeScope();
            Tensor nextF_BU1 = f_BU1, nextG_B1K = g_B1K;
            if (wordsLast)
                nextF_BU1 = logFrames_BU1 - (kernel_BUK + nextG_B1K).logsumexp(2, true);
            nextG_B1K = logWords_B1K - (kernel_BUK + nextF_BU1).logsumexp(1, true);
            bool last = sweep == options.MaxSweeps;
            if (options.Tolerance > 0 || last)
                error = FrameError(kernel_BUK, nextF_BU1, nextG_B1K, frames);
            if (!wordsLast)
                nextF_BU1 = logFrames_BU1 - (kernel_BUK + nextG_B1K).logsumexp(2, true);
            f_BU1 = nextF_BU1.MoveToOuterDisposeScope();
            g_B1K = nextG_B1K.MoveToOuterDisposeScope();
            if (options.Tolerance > 0 && error <= options.Tolerance)
                break;
        }
        return new TransportPlan((kernel_BUK + f_BU1 + g_B1K).exp(), sweep, error, error <= target);
    }

    /// <summary>All problems of a batch by <see cref="ScaledKernel"/>; null where one of them cannot be held by it.</summary>
    internal static TransportPlan? Scaled(Tensor kernel_BUK, SinkhornOptions options, Tensor? words_BK, bool wordsLast)
    {
        int problems = (int)kernel_BUK.size(0), words = (int)kernel_BUK.size(2), size = (int)kernel_BUK.size(1) * words;
        double[] kernel = kernel_BUK.cpu().contiguous().data<double>().ToArray();
        if (!Enumerable.Range(0, problems).All(b => ScaledKernel.Holds(kernel.AsSpan(b * size, size))))
            return null;
        double[] mass = words_BK?.to(ScalarType.Float64).cpu().contiguous().data<double>().ToArray() ?? [.. Enumerable.Repeat(1.0 / words, problems * words)];
        var states = new ScaledKernel[problems];
        var errors = new double[problems];
        var plan = new double[kernel.Length];
        double error = double.PositiveInfinity;
        int sweeps = 0, inOneGo = options.Tolerance > 0 ? 1 : options.MaxSweeps;
        Each(b => states[b] = new ScaledKernel(kernel.AsSpan(b * size, size), mass.AsSpan(b * words, words)));
        while (sweeps < options.MaxSweeps && !(options.Tolerance > 0 && error <= options.Tolerance))
        {
            Each(b =>
            {
                for (int i = 0; i < inOneGo; i++)
                    errors[b] = wordsLast ? states[b].FramesThenWords() : states[b].WordsThenFrames();
            });
            (sweeps, error) = (sweeps + inOneGo, errors.Max());
        }

        Each(b => states[b].CopyTo(plan.AsSpan(b * size, size)));
        return new TransportPlan(tensor(plan, kernel_BUK.shape, device: kernel_BUK.device), sweeps, error, error <= (options.Tolerance > 0 ? options.Tolerance : 1e-6));

        void Each(Action<int> work) => Parallel.For(0, problems, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()) }, work);
    }

    /// <summary>The largest distance of a frame's mass from 1/U while the words' marginals hold exactly.</summary>
    private static double FrameError(Tensor kernel_BUK, Tensor f_BU1, Tensor g_B1K, long frames)
    {
        using var scope = NewDisposeScope();
        Tensor mass_BU = (kernel_BUK + f_BU1 + g_B1K).exp().sum(2);
        return (mass_BU - 1.0 / frames).abs().max().item<double>();
    }

    private static void CheckShapes(Tensor similarity_BUK, Tensor? words_BK)
    {
        long[] shape = similarity_BUK.shape;
        if (shape.Length != 3 || shape.Any(n => n == 0))
            throw new ArgumentException($"Expected similarities of shape (B, U, K) without an empty side, got ({string.Join(", ", shape)}).", nameof(similarity_BUK));
        if (words_BK is not null && (words_BK.dim() != 2 || words_BK.size(0) != shape[0] || words_BK.size(1) != shape[2]))
            throw new ArgumentException(
                $"Expected word masses of shape ({shape[0]}, {shape[2]}), got ({string.Join(", ", words_BK.shape)}).", nameof(words_BK));
    }
}
