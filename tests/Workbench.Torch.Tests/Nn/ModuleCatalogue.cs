using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbench.Torch.Tests.Nn;

/// <summary>How each case of modules.json is made and called here.</summary>
internal static class ModuleCatalogue
{
    private static readonly bool[] s_padding = [false, false, true, false, false, false];

    public static Module Make(string name) => name switch
    {
        "Linear" => Linear(4, 3),
        "Linear without bias" => Linear(4, 3, hasBias: false),
        "Bilinear" => Bilinear(3, 4, 2),
        "Embedding" => Embedding(6, 5),
        "Embedding with padding" => Embedding(6, 3, padding_idx: 2),
        "LayerNorm" => LayerNorm(5),
        "LayerNorm of two dimensions" => LayerNorm([4, 3], eps: 1e-3),
        "GroupNorm" => GroupNorm(2, 4),
        "BatchNorm1d" or "BatchNorm1d in evaluation" => BatchNorm1d(3),
        "BatchNorm1d without momentum" => WithoutMomentum(BatchNorm1d(3)),
        "BatchNorm2d" => BatchNorm2d(4, eps: 1e-3, momentum: 0.3),
        "BatchNorm3d" => BatchNorm3d(2),
        "Conv1d" => Conv1d(3, 4, 3, stride: 2, padding: 1),
        "Conv2d" => Conv2d(4, 6, (2, 3), padding: (1, 0), groups: 2),
        "Conv2d same" => Conv2d(4, 2, 3, Padding.Same, dilation: 2),
        "Conv2d reflect" => Conv2d(4, 2, 3, padding: 1, padding_mode: PaddingModes.Reflect),
        "Conv3d" => Conv3d(2, 3, (2, 3, 3), stride: (1, 2, 1), padding: (0, 1, 1)),
        "ConvTranspose1d" => ConvTranspose1d(3, 2, 3, stride: 2, output_padding: 1),
        "ConvTranspose2d" => ConvTranspose2d(4, 2, 3, stride: 2, padding: 1),
        "ConvTranspose3d" => ConvTranspose3d(2, 2, 2),
        "MaxPool1d" => MaxPool1d(3, 2),
        "MaxPool2d" => MaxPool2d((2, 3), (1, 2), ceil_mode: true),
        "MaxPool3d" => MaxPool3d((2, 3, 3), (1, 2, 2), (0, 1, 1)),
        "AvgPool1d" => AvgPool1d(3),
        "AvgPool2d" => AvgPool2d(3, 2, 1, count_include_pad: false),
        "AvgPool3d" => AvgPool3d(2),
        "AdaptiveAvgPool1d" => AdaptiveAvgPool1d(3),
        "AdaptiveAvgPool2d" => AdaptiveAvgPool2d((2, 3)),
        "AdaptiveAvgPool3d" => AdaptiveAvgPool3d(2),
        "AdaptiveMaxPool2d" => AdaptiveMaxPool2d([2, 3]),
        "LSTM" or "LSTM without batch" => LSTM(3, 4),
        "LSTM of two layers, both ways" => LSTM(3, 4, 2, batchFirst: true, bidirectional: true),
        "LSTM with states" => LSTM(3, 4, bias: false),
        "LSTM of packed sequences" => LSTM(3, 4, batchFirst: true, bidirectional: true),
        "GRU" => GRU(3, 4, 2, bidirectional: true),
        "GRU of packed sequences" => GRU(3, 4, batchFirst: true),
        "MultiheadAttention" or "MultiheadAttention with masks" => MultiheadAttention(6, 2),
        "MultiheadAttention without weights" => MultiheadAttention(6, 3),
        "MultiheadAttention of other widths" =>
            MultiheadAttention(6, 2, kdim: 5, vdim: 4, add_bias_kv: true, add_zero_attn: true),
        "MultiheadAttention without batch" => MultiheadAttention(6, 2, bias: false),
        "TransformerEncoderLayer" => TransformerEncoderLayer(6, 2, 8, dropout: 0, activation: Activations.GELU),
        "Sequential" => Sequential(Linear(4, 3), Tanh(), Linear(3, 2)),
        "PReLU" => PReLU(3),
        _ => throw new ArgumentException($"no module for the case '{name}'"),
    };

    public static Tensor[] Call(string name, Module module, Tensor[] x) => (name, module) switch
    {
        ("LSTM of packed sequences", LSTM lstm) => Packed(x[0], packed =>
        {
            var (output, hidden, cell) = lstm.call(packed);
            return (output, [hidden, cell]);
        }),
        ("GRU of packed sequences", GRU gru) => Packed(x[0], packed =>
        {
            var (output, hidden) = gru.call(packed);
            return (output, [hidden]);
        }),
        (_, LSTM lstm) => List(lstm.call(x[0], x.Length == 3 ? (x[1], x[2]) : null)),
        (_, GRU gru) => List(gru.call(x[0])),
        ("MultiheadAttention without weights", MultiheadAttention attention) =>
            List(attention.call(x[0], x[1], x[2], need_weights: false)),
        ("MultiheadAttention with masks", MultiheadAttention attention) => List(attention.call(
            x[0], x[1], x[2], tensor(s_padding, [2, 3]), attn_mask: ones(3, 3, dtype: ScalarType.Bool).triu(1))),
        (_, MultiheadAttention attention) => List(attention.call(x[0], x[1], x[2])),
        (_, Module<Tensor, Tensor, Tensor> two) => [two.call(x[0], x[1])],
        (_, Module<Tensor, Tensor> one) => [one.call(x[0])],
        _ => throw new ArgumentException($"no call for the case '{name}'"),
    };

    private static BatchNorm1d WithoutMomentum(BatchNorm1d norm)
    {
        norm.momentum = null;
        return norm;
    }

    private static Tensor[] Packed(
        Tensor x, Func<utils.rnn.PackedSequence, (utils.rnn.PackedSequence, Tensor[])> run)
    {
        var packed = utils.rnn.pack_padded_sequence(x, tensor(new[] { 2L, 4L, 3L }), batch_first: true, enforce_sorted: false);
        var (output, states) = run(packed);
        var (padded, lengths) = utils.rnn.pad_packed_sequence(output, batch_first: true);
        Assert.Equal([2L, 4L, 3L], lengths.data<long>().ToArray());
        return [padded, .. states];
    }

    private static Tensor[] List((Tensor, Tensor) parts) => [parts.Item1, parts.Item2];

    private static Tensor[] List((Tensor, Tensor, Tensor) parts) => [parts.Item1, parts.Item2, parts.Item3];

    private static Tensor[] List(Tuple<Tensor, Tensor?> parts) => parts.Item2 is null ? [parts.Item1] : [parts.Item1, parts.Item2];
}
