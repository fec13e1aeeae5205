namespace Workbench.Torch;

/// <summary>With TorchSharp's packages libtorch's marks cannot be read: the work is done, and nothing is said of it.</summary>
public static class OperatorProfile
{
    /// <summary>False: there is none.</summary>
    public static bool Exists => false;

    /// <summary>Does the work; gives an empty list.</summary>
    public static IReadOnlyList<OperatorTime> Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work();
        return [];
    }
}
