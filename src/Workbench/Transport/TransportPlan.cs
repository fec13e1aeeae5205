using TorchSharp;

namespace Workbench.Transport;

/// <summary>The answer of <see cref="Sinkhorn"/>.</summary>
/// <param name="Plan_BUK">How much of each word goes to each frame, shape (B, U, K); it sums to 1 for each clip.</param>
/// <param name="Sweeps">Sweeps that were run.</param>
/// <param name="MarginalError">The largest distance of a frame's mass from 1/U over all clips, after the last sweep on words.</param>
/// <param name="Converged">True when <paramref name="MarginalError"/> reached the tolerance (1e-6 where none was asked).</param>
public sealed record TransportPlan(torch.Tensor Plan_BUK, int Sweeps, double MarginalError, bool Converged) : IDisposable
{
    public void Dispose() => Plan_BUK.Dispose();
}
