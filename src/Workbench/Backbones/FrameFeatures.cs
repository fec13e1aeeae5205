using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Features of B frames.</summary>
/// <param name="Global_BD">One vector a frame ([CLS]).</param>
/// <param name="Local_BND">One vector a region, row-major from the top left.</param>
public sealed record FrameFeatures(Tensor Global_BD, Tensor Local_BND);
