using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Pixels to channels: (…, C, H r, W r) to (…, C r², H, W).</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

    /// <summary>r.</summary>
    public long downscale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.pixel_unshuffle(input, downscale_factor);
}
