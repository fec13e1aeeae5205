using System.Runtime.InteropServices;
using System.Text;
using Workbench.Torch.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>One application of a hand-written step: what libtorch's engine calls back when gradients reach it.</summary>
internal sealed unsafe class ManagedStep
{
    private readonly AutogradContext context;
    private readonly Func<AutogradContext, List<Tensor>, List<Tensor?>> backward;
    private readonly bool[] isTensor;

    private ManagedStep(AutogradContext context, Func<AutogradContext, List<Tensor>, List<Tensor?>> backward, bool[] isTensor)
    {
        this.context = context;
        this.backward = backward;
        this.isTensor = isTensor;
    }

    /// <summary>Ties outputs to the step; returns the tensors that take part in the graph.</summary>
    public static List<Tensor> Attach(
        AutogradContext context, Func<AutogradContext, List<Tensor>, List<Tensor?>> backward, object?[] vars, List<Tensor> outputs)
    {
        Tensor[] inputs = [.. vars.OfType<Tensor>()];
        var step = new ManagedStep(context, backward, [.. vars.Select(v => v is Tensor)]);
        int[] flags = [.. outputs.Select(output => Contains(context.Dirty, output) ? 2 : Contains(context.NonDifferentiable, output) ? 1 : 0)];
        var results = new nint[outputs.Count];
        using var from = new Borrowed(inputs);
        using var to = new Borrowed(outputs);
        using var saved = new Borrowed(context.Saved);
        context.SavedCount = context.Saved.Count;
        nint self = GCHandle.ToIntPtr(GCHandle.Alloc(step));
        fixed (nint* i = from.Handles, o = to.Handles, s = saved.Handles, r = results)
        fixed (int* f = flags)
        {
            Failure.Check(
                Native.wb_node_attach(i, inputs.Length, o, f, outputs.Count, s, context.SavedCount, context.MaterializeGrads ? 1 : 0, &OnBackward, &OnRelease, self, r, out nint node),
                "Function.apply");
            context.Node = node;
        }

        context.Saved.Clear();
        return [.. outputs.Select((output, k) => Result(output, results[k], inputs))];
    }

    /// <summary>Tensors are compared as objects here: == compares their values.</summary>
    private static bool Contains(List<Tensor> list, Tensor tensor) => list.Exists(each => ReferenceEquals(each, tensor));

    private static Tensor Result(Tensor output, nint handle, Tensor[] inputs)
    {
        var result = new Tensor(handle);
        if (!Array.Exists(inputs, input => ReferenceEquals(input, output))) output.Dispose();
        return result;
    }

    [UnmanagedCallersOnly]
    private static int OnBackward(nint self, nint* grads, int gradCount, nint* results, int resultCount, byte* error, int capacity)
    {
        try
        {
            var step = (ManagedStep)GCHandle.FromIntPtr(self).Target!;
            using DisposeScope scope = NewDisposeScope();
            var incoming = new List<Tensor>(gradCount);
            for (int k = 0; k < gradCount; k++) incoming.Add(Alias(grads[k])!);
            List<Tensor?> outgoing = step.ForTensors(step.backward(step.context, incoming), resultCount);
            for (int k = 0; k < resultCount; k++) results[k] = outgoing[k]?.Alias() ?? 0;
            return 0;
        }
        catch (Exception e)
        {
            byte[] text = Encoding.UTF8.GetBytes($"backward of a hand-written step failed: {e.GetType().Name}: {e.Message}");
            int length = Math.Min(text.Length, capacity - 1);
            text.AsSpan(0, length).CopyTo(new Span<byte>(error, length));
            error[length] = 0;
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnRelease(nint self) => GCHandle.FromIntPtr(self).Free();

    private static Tensor? Alias(nint borrowed)
    {
        if (borrowed == 0) return null;
        Failure.Check(Native.wb_tensor_alias(borrowed, out nint alias), "backward");
        return new Tensor(alias);
    }

    /// <summary>Backward may answer for the tensor arguments alone, or for all arguments as PyTorch's does.</summary>
    private List<Tensor?> ForTensors(List<Tensor?> gradients, int wanted)
    {
        if (gradients.Count == wanted) return gradients;
        if (gradients.Count == isTensor.Length) return [.. gradients.Where((_, k) => isTensor[k])];
        throw new InvalidOperationException(
            $"backward returned {gradients.Count} gradients for {wanted} tensor arguments ({isTensor.Length} arguments in all)");
    }
}
