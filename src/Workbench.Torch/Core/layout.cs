namespace TorchSharp;

/// <summary>How a tensor lies in memory.</summary>
public enum layout
{
    strided,
    sparse_coo,
}
