namespace Workbench.Torch;

/// <summary>With TorchSharp's packages there are no operators of ours.</summary>
public static class NativeOperators
{
    /// <summary>Kept for the same programs; changes nothing.</summary>
    public static bool Enabled { get; set; }
}
