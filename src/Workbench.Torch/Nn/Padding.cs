namespace TorchSharp;

/// <summary>Padding of a convolution by name instead of by number.</summary>
public enum Padding
{
    /// <summary>No padding: only positions where the whole kernel fits.</summary>
    Valid = 0,

    /// <summary>As much padding as keeps the size at stride 1.</summary>
    Same = 1,
}
