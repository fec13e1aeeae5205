using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected readonly Parameter _parameter;

    /// <summary>The state of a parameter.</summary>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Makes the first state.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes the state.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Takes over another's values, as copies.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether the values are nearly those of another state.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => ReferenceEquals(this, other);

    /// <summary>Moves the state's tensors.</summary>
    public virtual void to(Device device)
    {
    }

    /// <summary>Writes whether there is a tensor, then the tensor.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(tensor is not null);
        if (tensor is not null)
            TensorFile.Write(writer, tensor);
    }

    /// <summary>Reads what <see cref="SaveConditionalStateTensor"/> wrote.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        ArgumentNullException.ThrowIfNull(reader);
        result?.Dispose();
        result = reader.ReadBoolean() ? Keep(TensorFile.Read(reader).to(device, disposeAfter: true)) : null;
    }

    /// <summary>Zeros like the parameter, in no dispose scope.</summary>
    private protected Tensor Zeros() => Keep(zeros_like(_parameter));

    /// <summary>A copy on the parameter's device, in no dispose scope; the old tensor is freed.</summary>
    private protected Tensor? Replace(Tensor? old, Tensor? source)
    {
        old?.Dispose();
        return source is null ? null : Keep(source.to(source.dtype, _parameter.device, copy: true));
    }

    private protected static Tensor? Move(Tensor? tensor, Device device) =>
        tensor is null ? null : Keep(tensor.to(device, disposeAfter: true));

    private protected static bool Near(Tensor? one, Tensor? other) =>
        one is null || other is null ? one is null && other is null : one.allclose(other);

    private protected static Tensor Keep(Tensor tensor) => tensor.DetachFromDisposeScope();
}
