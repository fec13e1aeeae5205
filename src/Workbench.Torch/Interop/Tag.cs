namespace Workbench.Torch.Interop;

/// <summary>wb_tag of shim.h: what a <see cref="NativeValue"/> holds.</summary>
internal enum Tag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    String = 5,
    Device = 6,
    Generator = 7,
    Ints = 8,
    Doubles = 9,
    Bools = 10,
    Tensors = 11,
    Complex = 12,
    Default = 13,
}
