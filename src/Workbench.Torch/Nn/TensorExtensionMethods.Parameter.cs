using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Makes a trained parameter of a tensor's values; the tensor itself is given up.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}
