using Workbench.Torch.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>
/// Gated recurrent unit. Shapes: input (L, N, I), or (N, L, I) batch first, or (L, I); state
/// (layers · directions, N, H); output like the input with directions · H.
/// </summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private static readonly Operator s_padded = new("aten::gru", "input");
    private static readonly Operator s_packed = new("aten::gru", "data");

    private readonly RecurrentNetwork _network;

    internal GRU(RecurrentShape shape, Device? device, ScalarType? dtype) : base(nameof(GRU)) =>
        _network = new RecurrentNetwork(nameof(GRU), shape, gates: 3, cudnnMode: 3, register_parameter, device, dtype);

    /// <summary>Output and last state; the state starts at zero when not given.</summary>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <summary>The same for sequences of different lengths.</summary>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var state = h0 is null
            ? _network.ZeroState(input.data, true, input.batch_sizes[0].item<long>())
            : input.Sort(h0);
        var shape = _network.Shape;
        var (output, last) = s_packed.Call2(
            input.data, input.batch_sizes, state, _network.Weights, shape.Bias, shape.Layers, shape.Dropout, training,
            shape.Bidirectional);
        return (input.With(output.MoveToOuterDisposeScope()), input.Unsort(last).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        var (batched, batch) = _network.Check(input);
        using var scope = NewDisposeScope();
        var shape = _network.Shape;
        var state = h0 ?? _network.ZeroState(input, batched, batch);
        if (!batched)
            (input, state) = (input.unsqueeze(shape.BatchFirst ? 0 : 1), state.unsqueeze(1));
        var (output, last) = s_padded.Call2(
            input, state, _network.Weights, shape.Bias, shape.Layers, shape.Dropout, training, shape.Bidirectional,
            shape.BatchFirst);
        if (!batched)
            (output, last) = (output.squeeze(shape.BatchFirst ? 0 : 1), last.squeeze(1));
        return (output.MoveToOuterDisposeScope(), last.MoveToOuterDisposeScope());
    }

    /// <summary>Puts the weights into one block, which cuDNN wants for speed.</summary>
    public void flatten_parameters() => _network.Flatten();
}
