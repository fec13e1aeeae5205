namespace TorchSharp.Modules;

/// <summary>Pads the last two dimensions with the input mirrored at its border.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
    {
    }
}
