using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Channels to pixels: (…, C r², H, W) to (…, C, H r, W r).</summary>
public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

    /// <summary>r.</summary>
    public long upscale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.pixel_shuffle(input, upscale_factor);
}
