using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>Writes values in the shim's form. Tensors and generators are held (their handles counted) until Release.</summary>
internal static unsafe class Marshaller
{
    /// <summary>Writes <paramref name="args"/>; returns how many were written and held before anything could throw.</summary>
    public static void Write(ReadOnlySpan<Value> args, NativeValue* to, byte* scratch, ref int held)
    {
        for (int k = 0; k < args.Length; k++)
        {
            ref readonly Value from = ref args[k];
            to[k] = new NativeValue { Tag = from.Tag, Bits = from.Bits };
            switch (from.Tag)
            {
                case Tag.Tensor:
                    to[k].Pointer = ((torch.Tensor)from.Reference!).Hold();
                    break;
                case Tag.Generator:
                    to[k].Pointer = ((torch.Generator)from.Reference!).Hold();
                    break;
                case Tag.Device:
                    to[k].Bits = from.Bits & 0xFFFFFFFF;
                    to[k].Count = (int)(from.Bits >> 32);
                    break;
                case Tag.None or Tag.Int or Tag.Double or Tag.Bool or Tag.Default:
                    break;
                default:
                    to[k].Pointer = (nint)scratch;
                    scratch += WriteOutside(from, ref to[k], scratch);
                    break;
            }

            held = k + 1;
        }
    }

    public static void Release(ReadOnlySpan<Value> args, int held)
    {
        for (int k = 0; k < held; k++)
        {
            ref readonly Value value = ref args[k];
            if (value.Tag == Tag.Tensor)
                ((torch.Tensor)value.Reference!).Release();
            else if (value.Tag == Tag.Tensors)
                ReleaseAll((torch.Tensor?[])value.Reference!);
            else if (value.Tag == Tag.Generator)
                ((torch.Generator)value.Reference!).Release();
        }
    }

    /// <summary>Holds every tensor of a list and writes their handles; holds none if one of them cannot be held.</summary>
    public static void HoldAll(ReadOnlySpan<torch.Tensor?> tensors, nint* to)
    {
        int k = 0;
        try
        {
            for (; k < tensors.Length; k++) to[k] = tensors[k]?.Hold() ?? 0;
        }
        catch
        {
            ReleaseAll(tensors[..k]);
            throw;
        }
    }

    public static void ReleaseAll(ReadOnlySpan<torch.Tensor?> tensors)
    {
        foreach (torch.Tensor? tensor in tensors) tensor?.Release();
    }

    private static int WriteOutside(in Value from, ref NativeValue to, byte* scratch)
    {
        int size = from.ScratchBytes;
        switch (from.Tag)
        {
            case Tag.Ints:
                var ints = (long[])from.Reference!;
                to.Count = ints.Length;
                ints.CopyTo(new Span<long>(scratch, ints.Length));
                break;
            case Tag.Doubles:
                var doubles = (double[])from.Reference!;
                to.Count = doubles.Length;
                doubles.CopyTo(new Span<double>(scratch, doubles.Length));
                break;
            case Tag.Bools:
                var bools = (bool[])from.Reference!;
                to.Count = bools.Length;
                MemoryMarshal.AsBytes<bool>(bools).CopyTo(new Span<byte>(scratch, bools.Length));
                break;
            case Tag.Tensors:
                var tensors = (torch.Tensor?[])from.Reference!;
                to.Count = tensors.Length;
                HoldAll(tensors, (nint*)scratch);
                break;
            case Tag.String:
                to.Count = Encoding.UTF8.GetBytes((string)from.Reference!, new Span<byte>(scratch, size));
                break;
            case Tag.Complex:
                var number = ((Scalar)from.Reference!).Complex;
                ((double*)scratch)[0] = number.Real;
                ((double*)scratch)[1] = number.Imaginary;
                break;
        }

        return size;
    }
}
