using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Attention of several heads, each over its share of the width (Vaswani et al. 2017). Parameters have PyTorch's
/// names: in_proj_weight (3E, E), in_proj_bias, out_proj.weight, out_proj.bias.
/// </summary>
// Shapes: L queries, S keys, N batch, E width, H heads. Sequence first, as in TorchSharp.
public sealed class MultiheadAttention
    : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addZeroAttention;
    private readonly Parameter? _weights;
    private readonly Parameter? _queryWeight;
    private readonly Parameter? _keyWeight;
    private readonly Parameter? _valueWeight;
    private readonly Parameter? _biases;
    private readonly Parameter? _keyBias;
    private readonly Parameter? _valueBias;
    private readonly Linear _output;

    internal MultiheadAttention(
        long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim,
        long? vdim, Device? device = null, ScalarType? dtype = null)
        : base(nameof(MultiheadAttention))
    {
        if (num_heads <= 0 || embedded_dim % num_heads != 0)
            throw new ArgumentException($"The width {embedded_dim} cannot be split over {num_heads} heads.", nameof(num_heads));
        (_width, _heads, _dropout, _addZeroAttention) = (embedded_dim, num_heads, dropout, add_zero_attn);
        if ((kdim ?? _width) == _width && (vdim ?? _width) == _width)
        {
            register_parameter("in_proj_weight", _weights = Parameters.Empty(device, dtype, 3 * _width, _width));
        }
        else
        {
            register_parameter("q_proj_weight", _queryWeight = Parameters.Empty(device, dtype, _width, _width));
            register_parameter("k_proj_weight", _keyWeight = Parameters.Empty(device, dtype, _width, kdim ?? _width));
            register_parameter("v_proj_weight", _valueWeight = Parameters.Empty(device, dtype, _width, vdim ?? _width));
        }
        if (bias)
            register_parameter("in_proj_bias", _biases = Parameters.Empty(device, dtype, 3 * _width));
        if (add_bias_kv)
        {
            register_parameter("bias_k", _keyBias = Parameters.Empty(device, dtype, 1, 1, _width));
            register_parameter("bias_v", _valueBias = Parameters.Empty(device, dtype, 1, 1, _width));
        }
        register_module("out_proj", _output = new Linear(_width, _width, bias, device, dtype));
        ResetParameters();
    }

    /// <summary><see cref="forward"/> with hooks.</summary>
    public new Tuple<Tensor, Tensor?> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true,
        Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <summary>Each query's mixture of the values.</summary>
    /// <param name="query">(L, N, E) or (L, E).</param>
    /// <param name="key">(S, N, kdim) or (S, kdim).</param>
    /// <param name="value">(S, N, vdim) or (S, vdim).</param>
    /// <param name="key_padding_mask">(N, S) or (S): true where a key is ignored, or numbers to add.</param>
    /// <param name="need_weights">Whether the attention weights are wanted.</param>
    /// <param name="attn_mask">(L, S) or (N H, L, S): true where attention is forbidden, or numbers to add.</param>
    /// <returns>(L, N, E), and the weights (N, L, S) averaged over the heads, or null.</returns>
    public override Tuple<Tensor, Tensor?> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        AttentionShapes.Check(query, key, value, key_padding_mask, attn_mask, _width, _heads);
        using var scope = NewDisposeScope();
        var batched = query.dim() == 3;
        if (!batched)
            (query, key, value, key_padding_mask) =
                (query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1), key_padding_mask?.unsqueeze(0));
        long targets = query.shape[0], batch = query.shape[1], headWidth = _width / _heads;

        var (q, k, v) = Project(query, key, value);
        (k, v, key_padding_mask, attn_mask) = AddKeys(k, v, key_padding_mask, attn_mask, batch);
        var (q_BLD, k_BSD, v_BSD) = (Heads(q), Heads(k), Heads(v));
        if (_addZeroAttention)
        {
            var zero = zeros(batch * _heads, 1, headWidth, dtype: k.dtype, device: k.device);
            (k_BSD, v_BSD) = (cat([k_BSD, zero], 1), cat([v_BSD, zero], 1));
            (key_padding_mask, attn_mask) = (OneMore(key_padding_mask), OneMore(attn_mask));
        }

        var sources = k_BSD.shape[1];
        var mask = AttentionShapes.Merge(key_padding_mask, attn_mask, batch, _heads, targets, sources, q.dtype);
        var scaled = q_BLD / Math.Sqrt(headWidth);
        var scores_BLS = mask is null
            ? scaled.bmm(k_BSD.transpose(1, 2))
            : baddbmm(mask, scaled, k_BSD.transpose(1, 2));
        var weights_BLS = nn.functional.softmax(scores_BLS, -1);
        if (training && _dropout > 0)
            weights_BLS = nn.functional.dropout(weights_BLS, _dropout);
        var mixed = weights_BLS.bmm(v_BSD).transpose(0, 1).contiguous().view(targets * batch, _width);
        var output = _output.call(mixed).view(targets, batch, _width);
        var shown = need_weights ? weights_BLS.view(batch, _heads, targets, sources).mean([1L]) : null;
        if (!batched)
            (output, shown) = (output.squeeze(1), shown?.squeeze(0));
        return Tuple.Create(output.MoveToOuterDisposeScope(), shown?.MoveToOuterDisposeScope());

        Tensor Heads(Tensor x) =>
            x.contiguous().view(x.shape[0], batch * _heads, headWidth).transpose(0, 1);
    }

    private static Tensor? OneMore(Tensor? mask) =>
        mask is null ? null : nn.functional.pad(mask, (0L, 1L), PaddingModes.Constant, 0);

    private (Tensor, Tensor, Tensor) Project(Tensor query, Tensor key, Tensor value)
    {
        var biases = _biases?.chunk(3);
        if (_weights is null)
            return (nn.functional.linear(query, _queryWeight!, biases?[0]),
                nn.functional.linear(key, _keyWeight!, biases?[1]), nn.functional.linear(value, _valueWeight!, biases?[2]));
        if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
        {
            var all = nn.functional.linear(query, _weights, _biases).chunk(3, -1);
            return (all[0], all[1], all[2]);
        }
        var weights = _weights.chunk(3);
        return (nn.functional.linear(query, weights[0], biases?[0]), nn.functional.linear(key, weights[1], biases?[1]),
            nn.functional.linear(value, weights[2], biases?[2]));
    }

    private (Tensor, Tensor, Tensor?, Tensor?) AddKeys(
        Tensor k, Tensor v, Tensor? key_padding_mask, Tensor? attn_mask, long batch)
    {
        if (_keyBias is null || _valueBias is null)
            return (k, v, key_padding_mask, attn_mask);
        return (cat([k, _keyBias.repeat(1, batch, 1)], 0), cat([v, _valueBias.repeat(1, batch, 1)], 0),
            OneMore(key_padding_mask), OneMore(attn_mask));
    }

    private void ResetParameters()
    {
        foreach (var weight in new[] { _weights, _queryWeight, _keyWeight, _valueWeight })
            if (weight is not null)
                nn.init.xavier_uniform_(weight);
        if (_biases is not null)
        {
            nn.init.zeros_(_biases);
            nn.init.zeros_(_output.bias!);
        }
        if (_keyBias is not null)
            nn.init.xavier_normal_(_keyBias);
        if (_valueBias is not null)
            nn.init.xavier_normal_(_valueBias);
    }
}
