using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>
/// An operator of libtorch's dispatcher, e.g. <c>new Operator("aten::add", "Tensor")</c>. Looked up at its first call;
/// arguments follow the operator's schema, those left out at the end take the schema's defaults. Thread-safe.
/// </summary>
/// <remarks>Keep it in a static readonly field beside its use: looking up costs, calling does not.</remarks>
internal sealed class Operator(string name, string overload = "")
{
    private const int StackScratch = 512;
    private nint native;

    public string Name { get; } = overload.Length == 0 ? name : $"{name}.{overload}";

    /// <summary>True when the libtorch at hand has the operator.</summary>
    public bool Exists => Find() != 0;

    /// <summary>The schema as libtorch prints it.</summary>
    public unsafe string Schema
    {
        get
        {
            byte* text = stackalloc byte[4096];
            Failure.Check(Native.wb_operator_schema(Bind(), text, 4096), Name);
            return Marshal.PtrToStringUTF8((nint)text)!;
        }
    }

    /// <summary>Calls an operator that returns one tensor.</summary>
    /// <exception cref="TorchException">libtorch refuses; its words, the operator and the arguments are in the message.</exception>
    [SkipLocalsInit]
    public unsafe torch.Tensor Call(params ReadOnlySpan<Value> args)
    {
        nint result = 0;
        Invoke(args, &result, null, 0);
        return torch.Tensor.Own(result, this);
    }

    /// <summary>Calls an operator for its effect: one that works in place, or whose results are not wanted.</summary>
    [SkipLocalsInit]
    public unsafe void CallVoid(params ReadOnlySpan<Value> args) => Invoke(args, null, null, 0);

    /// <summary>Calls an operator that changes its first argument, and returns that argument itself.</summary>
    public torch.Tensor InPlace(params ReadOnlySpan<Value> args)
    {
        CallVoid(args);
        return (torch.Tensor)args[0].Reference!;
    }

    /// <summary>Calls an operator that writes into its last argument, and returns that argument itself.</summary>
    public torch.Tensor InPlaceOut(params ReadOnlySpan<Value> args)
    {
        CallVoid(args);
        return (torch.Tensor)args[^1].Reference!;
    }

    [SkipLocalsInit]
    public unsafe (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Value> args)
    {
        NativeValue* results = stackalloc NativeValue[2];
        Invoke(args, null, results, 2);
        return (torch.Tensor.Own(results[0].Pointer, this), torch.Tensor.Own(results[1].Pointer, this));
    }

    [SkipLocalsInit]
    public unsafe (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Value> args)
    {
        NativeValue* results = stackalloc NativeValue[3];
        Invoke(args, null, results, 3);
        return (torch.Tensor.Own(results[0].Pointer, this), torch.Tensor.Own(results[1].Pointer, this),
            torch.Tensor.Own(results[2].Pointer, this));
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    [SkipLocalsInit]
    public unsafe (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(params ReadOnlySpan<Value> args)
    {
        NativeValue* results = stackalloc NativeValue[4];
        Invoke(args, null, results, 4);
        return (torch.Tensor.Own(results[0].Pointer, this), torch.Tensor.Own(results[1].Pointer, this),
            torch.Tensor.Own(results[2].Pointer, this), torch.Tensor.Own(results[3].Pointer, this));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    [SkipLocalsInit]
    public unsafe torch.Tensor[] CallList(params ReadOnlySpan<Value> args)
    {
        NativeValue result;
        Invoke(args, null, &result, 1);
        var tensors = new torch.Tensor[result.Count];
        for (int k = 0; k < tensors.Length; k++) tensors[k] = torch.Tensor.Own(((nint*)result.Pointer)[k], this);
        Native.wb_free(result.Pointer);
        return tensors;
    }

    public bool CallBool(params ReadOnlySpan<Value> args) => CallPlain(args).Bits != 0;

    public long CallLong(params ReadOnlySpan<Value> args) => CallPlain(args).Bits;

    public double CallDouble(params ReadOnlySpan<Value> args) => CallPlain(args) switch
    {
        { Tag: Tag.Double } real => real.Real,
        { } whole => whole.Bits,
    };

    [SkipLocalsInit]
    private unsafe NativeValue CallPlain(ReadOnlySpan<Value> args)
    {
        NativeValue result;
        Invoke(args, null, &result, 1);
        return result;
    }

    [SkipLocalsInit]
    private unsafe void Invoke(ReadOnlySpan<Value> args, nint* single, NativeValue* many, int capacity)
    {
        NativeValue* native = stackalloc NativeValue[args.Length];
        int scratchBytes = 0;
        foreach (ref readonly Value value in args)
            if (value.Tag >= Tag.String)
                scratchBytes += value.ScratchBytes;
        bool large = scratchBytes > StackScratch;
        byte* small = stackalloc byte[StackScratch];
        byte* scratch = large ? (byte*)NativeMemory.Alloc((nuint)scratchBytes) : small;
        int held = 0;
        try
        {
            Marshaller.Write(args, native, scratch, ref held);
            int written;
            int status = many is null
                ? Native.wb_call(Bind(), native, args.Length, single)
                : Native.wb_call_many(Bind(), native, args.Length, many, capacity, &written);
            if (status != 0) throw Failure.Of(status, Name, args);
        }
        finally
        {
            Marshaller.Release(args, held);
            if (large) NativeMemory.Free(scratch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Bind() => native != 0 ? native : BindSlowly();

    private nint BindSlowly() => Find() is var found and not 0 ? found : throw Failure.MissingOperator(Name);

    private nint Find()
    {
        if (native != 0) return native;
        Failure.Check(Native.wb_operator_find(name, overload, out nint found), Name);
        return native = found;
    }
}
