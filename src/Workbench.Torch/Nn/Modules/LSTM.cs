using Workbench.Torch.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>
/// Long short-term memory. Shapes: input (L, N, I), or (N, L, I) batch first, or (L, I); states
/// (layers · directions, N, H); output like the input with directions · H.
/// </summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private static readonly Operator s_padded = new("aten::lstm", "input");
    private static readonly Operator s_packed = new("aten::lstm", "data");

    private readonly RecurrentNetwork _network;

    internal LSTM(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(LSTM)) =>
        _network = new RecurrentNetwork(nameof(LSTM), shape, gates: 4, cudnnMode: 2, register_parameter, device, dtype);

    /// <summary>Output, last hidden state, last cell state; states start at zero when not given.</summary>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>The same for sequences of different lengths.</summary>
    public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var batch = input.batch_sizes[0].item<long>();
        var (hidden, cell) = h0_c0 is var (h0, c0)
            ? (input.Sort(h0), input.Sort(c0))
            : (_network.ZeroState(input.data, true, batch), _network.ZeroState(input.data, true, batch));
        var shape = _network.Shape;
        var (output, lastHidden, lastCell) = s_packed.Call3(
            input.data, input.batch_sizes, new[] { hidden, cell }, _network.Weights, shape.Bias, shape.Layers,
            shape.Dropout, training, shape.Bidirectional);
        return (input.With(output.MoveToOuterDisposeScope()), input.Unsort(lastHidden).MoveToOuterDisposeScope(),
            input.Unsort(lastCell).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var (batched, batch) = _network.Check(input);
        using var scope = NewDisposeScope();
        var shape = _network.Shape;
        var (hidden, cell) = h0_c0
            ?? (_network.ZeroState(input, batched, batch), _network.ZeroState(input, batched, batch));
        if (!batched)
            (input, hidden, cell) = (input.unsqueeze(shape.BatchFirst ? 0 : 1), hidden.unsqueeze(1), cell.unsqueeze(1));
        var (output, lastHidden, lastCell) = s_padded.Call3(
            input, new[] { hidden, cell }, _network.Weights, shape.Bias, shape.Layers, shape.Dropout, training,
            shape.Bidirectional, shape.BatchFirst);
        if (!batched)
            (output, lastHidden, lastCell) =
                (output.squeeze(shape.BatchFirst ? 0 : 1), lastHidden.squeeze(1), lastCell.squeeze(1));
        return (output.MoveToOuterDisposeScope(), lastHidden.MoveToOuterDisposeScope(), lastCell.MoveToOuterDisposeScope());
    }

    /// <summary>Puts the weights into one block, which cuDNN wants for speed.</summary>
    public void flatten_parameters() => _network.Flatten();
}
