using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The parameters that LSTM, GRU and RNN share: per layer and direction weight_ih (G H, I), weight_hh (G H, H) and
/// two biases (G H), G gates. Registered in PyTorch's order and under its names.
/// </summary>
internal sealed class RecurrentNetwork
{
    private static readonly Operator s_flatten = new("aten::_cudnn_rnn_flatten_weight");

    private readonly long _mode;
    private readonly List<Parameter> _parameters = [];

    public RecurrentNetwork(
        string name, RecurrentShape shape, int gates, long cudnnMode, Action<string, Parameter> register, Device? device,
        ScalarType? dtype)
    {
        shape.Check(name);
        Name = name;
        Shape = shape;
        _mode = cudnnMode;
        var rows = gates * shape.HiddenSize;
        for (var layer = 0; layer < shape.Layers; layer++)
            for (var direction = 0; direction < shape.Directions; direction++)
            {
                var end = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                var inputs = layer == 0 ? shape.InputSize : shape.HiddenSize * shape.Directions;
                Add("weight_ih" + end, rows, inputs);
                Add("weight_hh" + end, rows, shape.HiddenSize);
                if (!shape.Bias)
                    continue;
                Add("bias_ih" + end, rows);
                Add("bias_hh" + end, rows);
            }
        var bound = shape.HiddenSize > 0 ? 1 / Math.Sqrt(shape.HiddenSize) : 0;
        foreach (var parameter in _parameters)
            nn.init.uniform_(parameter, -bound, bound);

        void Add(string called, params long[] size)
        {
            var parameter = Modules.Parameters.Empty(device, dtype, size);
            _parameters.Add(parameter);
            register(called, parameter);
        }
    }

    public string Name { get; }

    public RecurrentShape Shape { get; }

    public Tensor[] Weights => [.. _parameters];

    /// <summary>A first state of zeros: (layers · directions, N, H), without N for an input without.</summary>
    public Tensor ZeroState(Tensor input, bool batched, long batch)
    {
        long[] size = batched
            ? [Shape.Layers * Shape.Directions, batch, Shape.HiddenSize]
            : [Shape.Layers * Shape.Directions, Shape.HiddenSize];
        return zeros(size, dtype: input.dtype, device: input.device);
    }

    /// <summary>Refuses an input of the wrong shape; says whether it has a batch, and its size.</summary>
    public (bool Batched, long Batch) Check(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var shape = input.shape;
        if (shape.Length is not (2 or 3) || shape[^1] != Shape.InputSize)
            throw new ArgumentException(
                $"{Name} takes {(Shape.BatchFirst ? "(N, L, " : "(L, N, ")}{Shape.InputSize}) or (L, {Shape.InputSize}),"
                + $" not [{string.Join(", ", shape)}].", nameof(input));
        return (shape.Length == 3, shape.Length == 3 ? shape[Shape.BatchFirst ? 0 : 1] : 1);
    }

    /// <summary>Puts the weights into one block, which cuDNN wants for speed. Nothing to do elsewhere.</summary>
    public void Flatten()
    {
        if (_parameters.Count == 0 || _parameters[0].device_type != DeviceType.CUDA)
            return;
        using var _ = no_grad();
        s_flatten.CallVoid(
            Weights, Shape.Bias ? 4 : 2, Shape.InputSize, _mode, Shape.HiddenSize, 0, Shape.Layers, Shape.BatchFirst,
            Shape.Directions == 2);
    }
}
