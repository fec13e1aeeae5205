namespace Workbench.Data;

/// <summary>A file of named arrays, opened for reading: safetensors, a PyTorch checkpoint, TorchScript, .npz or .npy (<see cref="TensorFiles"/>).</summary>
public interface ITensorFile : IDisposable
{
    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>The arrays by name. Offsets count from where the format counts them.</summary>
    IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <summary>What the file says beside its arrays.</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>A floating-point array in single precision, row-major: F16 and BF16 widened, F64 rounded.</summary>
    /// <exception cref="KeyNotFoundException">No array has this name.</exception>
    /// <exception cref="DataFormatException">The array is of a whole-number type, or damaged.</exception>
    float[] ReadSingle(string name);

    /// <summary>A whole-number or BOOL array in 64 bits, row-major.</summary>
    /// <exception cref="KeyNotFoundException">No array has this name.</exception>
    /// <exception cref="DataFormatException">The array is of a floating-point type, or damaged.</exception>
    long[] ReadInt64(string name);
}
