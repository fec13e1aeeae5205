using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The checks and masks of <see cref="MultiheadAttention"/>.</summary>
internal static class AttentionShapes
{
    /// <summary>Refuses shapes that do not belong together, naming all of them.</summary>
    public static void Check(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, Tensor? attn_mask, long width, long heads)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var batched = query.dim() == 3;
        if (query.dim() is not (2 or 3) || query.shape[^1] != width)
            throw new ArgumentException($"The query must be (L, N, {width}) or (L, {width}), not {Text(query)}.", nameof(query));
        if (key.dim() != query.dim() || value.dim() != query.dim() || key.shape[0] != value.shape[0]
            || (batched && (key.shape[1] != query.shape[1] || value.shape[1] != query.shape[1])))
            throw new ArgumentException(
                $"Key and value must share their length, and their batch with the query: query {Text(query)}, key"
                + $" {Text(key)}, value {Text(value)}.", nameof(key));
        long targets = query.shape[0], sources = key.shape[0], batch = batched ? query.shape[1] : 1;
        long[] padding = batched ? [batch, sources] : [sources];
        if (key_padding_mask is not null && !key_padding_mask.shape.SequenceEqual(padding))
            throw new ArgumentException(
                $"The key padding mask must be [{string.Join(", ", padding)}], not {Text(key_padding_mask)}.",
                nameof(key_padding_mask));
        if (attn_mask is not null && !attn_mask.shape.SequenceEqual([targets, sources])
            && !attn_mask.shape.SequenceEqual([batch * heads, targets, sources]))
            throw new ArgumentException(
                $"The attention mask must be [{targets}, {sources}] or [{batch * heads}, {targets}, {sources}], not"
                + $" {Text(attn_mask)}.", nameof(attn_mask));
    }

    /// <summary>Both masks as numbers to add, broadcast to (N H, L, S); null where there is none.</summary>
    public static Tensor? Merge(
        Tensor? key_padding_mask, Tensor? attn_mask, long batch, long heads, long targets, long sources, ScalarType type)
    {
        Tensor? merged = attn_mask is null ? null : Additive(attn_mask, type);
        if (key_padding_mask is null)
            return merged?.dim() == 2 ? merged.unsqueeze(0) : merged;
        var padding = Additive(key_padding_mask, type).view(batch, 1, 1, sources).expand(batch, heads, 1, sources)
            .reshape(batch * heads, 1, sources);
        return merged is null ? padding : padding + merged;
    }

    private static Tensor Additive(Tensor mask, ScalarType type) => mask.dtype == ScalarType.Bool
        ? zeros(mask.shape, dtype: type, device: mask.device).masked_fill(mask, double.NegativeInfinity)
        : mask.to(type);

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
