using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How the modules make their parameters: as PyTorch does, with the same draws in the same order.</summary>
internal static class Parameters
{
    public static Parameter Empty(Device? device, ScalarType? dtype, params long[] shape)
    {
        if (shape.Any(size => size < 0))
            throw new ArgumentOutOfRangeException(
                nameof(shape), $"A parameter cannot have the shape [{string.Join(", ", shape)}].");
        return new Parameter(empty(shape, dtype: dtype, device: device));
    }

    /// <summary>Uniform within ±1 / √fan-in, PyTorch's default for biases.</summary>
    public static void InitialiseBias(Parameter? bias, long fanIn)
    {
        if (bias is null)
            return;
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }
}
