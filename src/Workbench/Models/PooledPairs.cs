using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>
/// The local branch's answer for every pair of a video and a sentence: both vectors depend on the pair (systems.md 1.7).
/// </summary>
/// <param name="Video_VTD">Mean over the regions of video v as seen with sentence t, shape (V, T, D).</param>
/// <param name="Text_VTD">Mean over the words of sentence t as seen with video v, shape (V, T, D).</param>
public sealed record PooledPairs(Tensor Video_VTD, Tensor Text_VTD)
{
    /// <summary>s[v,t] = ⟨video, text⟩, shape (V, T); neither normalised nor scaled (Eq. 1).</summary>
    public Tensor Scores_VT() => (Video_VTD * Text_VTD).sum(-1);
}
