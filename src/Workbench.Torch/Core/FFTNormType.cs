namespace TorchSharp;

/// <summary>Where the 1/n of a Fourier transform goes.</summary>
public enum FFTNormType
{
    Backward,
    Forward,
    Ortho,
}
