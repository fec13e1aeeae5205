using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A vector for each index. Shapes: (…) of long to (…, D).</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleGradByFreq;
    private readonly bool _sparse;
    private Parameter _weight;

    internal Embedding(
        Parameter? given, long count, long width, long? padding_idx, double? max_norm, double norm_type,
        bool scale_grad_by_freq, bool sparse, Device? device, ScalarType? dtype)
        : base(nameof(Embedding))
    {
        _paddingIndex = PaddingIndex(padding_idx, count);
        _maxNorm = max_norm;
        _normType = norm_type;
        _scaleGradByFreq = scale_grad_by_freq;
        _sparse = sparse;
        _weight = given ?? Parameters.Empty(device, dtype, count, width);
        register_parameter(nameof(weight), _weight);
        if (given is not null)
            return;
        nn.init.normal_(_weight);
        if (_paddingIndex >= 0)
            ZeroRow(_paddingIndex);
    }

    /// <summary>(count, D).</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.Embed(
        input, _weight, _paddingIndex, _maxNorm, _normType, _scaleGradByFreq, _sparse);

    private static long PaddingIndex(long? index, long count)
    {
        if (index is not { } given)
            return -1;
        if (given < -count || given >= count)
            throw new ArgumentOutOfRangeException(
                nameof(index), given, $"The padding index must lie within the {count} embeddings.");
        return given < 0 ? given + count : given;
    }

    private void ZeroRow(long index)
    {
        using var _ = no_grad();
        using var row = _weight.select(0, index);
        nn.init.zeros_(row);
    }
}
