using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resamples the spatial dimensions of (N, C, …) to a size or by a factor.</summary>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    private readonly long[]? _size;
    private readonly double[]? _scale;

    internal Upsample(
        long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample))
    {
        (_size, _scale) = (size, scale_factor);
        this.mode = mode;
        this.align_corners = align_corners;
        this.recompute_scale_factor = recompute_scale_factor;
    }

    /// <summary>The new spatial sizes, empty where a factor is given.</summary>
    public ReadOnlySpan<long> size => _size;

    /// <summary>The factors, empty where a size is given.</summary>
    public ReadOnlySpan<double> scale_factor => _scale;

    /// <summary>How new positions are filled.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether corner pixels keep their place.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the ratio of the rounded sizes is used instead of the given factor.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.interpolate(
        input, _size, _scale, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
