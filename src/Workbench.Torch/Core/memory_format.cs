namespace TorchSharp;

/// <summary>Which dimension runs fastest in memory.</summary>
public enum memory_format
{
    preserve_format,
    contiguous_format,
    channels_last,
}
