namespace Workbench.Models.Moments;

/// <summary>What keeps LGI's two numbers in range.</summary>
public enum LocationBound
{
    /// <summary>Not below 0, and unbounded above (released code on Charades-STA).</summary>
    ReLU,

    /// <summary>Between 0 and 1 (released code on ActivityNet-Captions).</summary>
    Sigmoid,
}
