using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Means over as many windows as the output has positions.</summary>
public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d)) => this.output_size = output_size;

    /// <summary>The spatial size of the output.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        nn.functional.adaptive_avg_pool3d(input, output_size);
}
