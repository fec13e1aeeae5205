using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>Products of many matrices. With TorchSharp's packages there is no operator of ours: libtorch's matmul.</summary>
public static class BatchedProduct
{
    public static Tensor Apply(Tensor left, Tensor right) => matmul(left, right);
}
