namespace Workbench.Models.Moments;

/// <summary>A diagonal of the proposal map: moments of one length.</summary>
/// <param name="Scale">The scale; each but the first halves the number of clips.</param>
/// <param name="Layer">The layer within the scale.</param>
/// <param name="Stride">Clips from one start to the next.</param>
/// <param name="Offset">Last clip less first clip.</param>
/// <param name="Count">Moments of this length.</param>
public readonly record struct ProposalLayer(int Scale, int Layer, int Stride, int Offset, int Count);
