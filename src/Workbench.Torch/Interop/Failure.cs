using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>Turns the shim's statuses into exceptions that say what was called with what.</summary>
internal static class Failure
{
    private const int IndexError = 2;
    private const int OutOfMemory = 4;

    public static void Check(int status, string what)
    {
        if (status != 0) throw Of(status, what, []);
    }

    public static TorchException Of(int status, string what, ReadOnlySpan<Value> args)
    {
        var text = new StringBuilder($"{what}: {LastError()}");
        if (args.Length > 0) text.Append("\nCalled with ").Append(Arguments(args)).Append('.');
        if (status == OutOfMemory)
            text.Append("\nFree tensors first (dispose scopes), take a smaller batch, or use the CPU.");
        return status == IndexError ? new TorchIndexException(text.ToString()) : new TorchException(text.ToString());
    }

    public static TorchException MissingOperator(string name) => new MissingOperatorException(
        $"libtorch {ShimLoader.Version} ({ShimLoader.Folder}) has no operator {name}: it is newer than this libtorch, or " +
        "misspelt. Install a newer libtorch (or set TORCH_DIR to one) and build again.");

    private static unsafe string LastError() =>
        Marshal.PtrToStringUTF8((nint)Native.wb_last_error())?.Trim() ?? "no message";

    private static string Arguments(ReadOnlySpan<Value> args)
    {
        var words = new List<string>();
        foreach (ref readonly Value value in args) words.Add(Word(value));
        return string.Join(", ", words);
    }

    private static string Word(in Value value) => value.Tag switch
    {
        Tag.Tensor => Word((torch.Tensor)value.Reference!),
        Tag.Int => value.Bits.ToString(),
        Tag.Double => BitConverter.Int64BitsToDouble(value.Bits).ToString("R"),
        Tag.Bool => value.Bits != 0 ? "true" : "false",
        Tag.Ints => $"[{string.Join(", ", (long[])value.Reference!)}]",
        Tag.Doubles => $"[{string.Join(", ", (double[])value.Reference!)}]",
        Tag.Tensors => $"[{string.Join("; ", ((torch.Tensor?[])value.Reference!).Select(t => t is null ? "none" : Word(t)))}]",
        Tag.String => $"\"{value.Reference}\"",
        Tag.None => "none",
        _ => value.Tag.ToString().ToLowerInvariant(),
    };

    private static string Word(torch.Tensor tensor) =>
        tensor.IsInvalid ? "a disposed tensor" : $"{tensor.dtype} [{string.Join(", ", tensor.shape)}] on {tensor.device}";
}
