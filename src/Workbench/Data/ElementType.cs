namespace Workbench.Data;

/// <summary>The element types of safetensors files that the workbench reads and writes.</summary>
public enum ElementType
{
    /// <summary>IEEE binary64.</summary>
    F64,

    /// <summary>IEEE binary32.</summary>
    F32,

    /// <summary>IEEE binary16.</summary>
    F16,

    /// <summary>The upper half of a binary32.</summary>
    BF16,

    /// <summary>Signed, 8 bytes.</summary>
    I64,

    /// <summary>Signed, 4 bytes.</summary>
    I32,

    /// <summary>Signed, 2 bytes.</summary>
    I16,

    /// <summary>Signed, 1 byte.</summary>
    I8,

    /// <summary>Unsigned, 1 byte.</summary>
    U8,

    /// <summary>0 or 1 in one byte; "BOOL" in the file.</summary>
    Bool,
}
