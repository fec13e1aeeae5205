namespace TorchSharp.Modules;

/// <summary>The sizes of a recurrent network.</summary>
internal sealed record RecurrentShape(
    long InputSize, long HiddenSize, long Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    public long Directions => Bidirectional ? 2 : 1;

    /// <summary>Refuses what no network can have.</summary>
    public void Check(string name)
    {
        if (InputSize <= 0 || HiddenSize <= 0 || Layers <= 0)
            throw new ArgumentException(
                $"{name}: input size {InputSize}, hidden size {HiddenSize} and {Layers} layers must be positive.");
        if (Dropout is not (>= 0 and <= 1))
            throw new ArgumentException($"{name}: the dropout probability {Dropout} does not lie in [0, 1].");
    }
}
