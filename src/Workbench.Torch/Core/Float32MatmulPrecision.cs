namespace TorchSharp;

/// <summary>How exact float products have to be.</summary>
public enum Float32MatmulPrecision
{
    highest,
    high,
    medium,
}
