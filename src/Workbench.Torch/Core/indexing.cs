namespace TorchSharp;

/// <summary>Which axis a mesh varies first.</summary>
public enum indexing
{
    xy,
    ij,
}
