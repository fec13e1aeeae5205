namespace TorchSharp;

/// <summary>How values that meet are joined.</summary>
public enum Reduce
{
    prod,
    mean,
    amax,
    amin,
}
