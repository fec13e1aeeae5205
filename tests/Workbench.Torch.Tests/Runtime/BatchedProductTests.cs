using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Runtime;

/// <summary>The shim's products against libtorch's matmul.</summary>
[Trait("device", "any")]
public sealed class BatchedProductTests
{
    public static TheoryData<long[], long[]> Shapes => new()
    {
        { [6, 5, 7], [6, 7, 3] },
        { [2, 3, 5, 7], [2, 3, 7, 8] },
        { [2, 3, 5, 7], [1, 3, 7, 9] },
        { [2, 3, 5, 7], [2, 1, 7, 33] },
        { [2, 3, 5, 7], [1, 1, 7, 4] },
        { [1, 3, 5, 7], [2, 3, 7, 4] },
        { [2, 1, 5, 7], [1, 3, 7, 4] },
        { [2, 2, 3, 1, 16], [2, 1, 3, 16, 40] },
        { [3, 1, 1], [3, 1, 1] },
        { [5, 7], [7, 3] },
        { [2, 130, 150], [2, 150, 140] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Values_and_gradients_are_those_of_matmul(long[] leftShape, long[] rightShape)
    {
        foreach ((ScalarType type, double tolerance) in new[] { (ScalarType.Float64, 1e-12), (ScalarType.Float32, 1e-4) })
        {
            using DisposeScope scope = NewDisposeScope();
            manual_seed(4);
            Tensor left = randn(leftShape, type).requires_grad_(), right = randn(rightShape, type).requires_grad_();
            Tensor expected = matmul(left, right), actual = BatchedProduct.Apply(left, right), weight = randn(expected.shape, type);
            Assert.Equal(expected.shape, actual.shape);
            Near(expected, actual, tolerance);
            foreach ((Tensor e, Tensor a) in autograd.grad([(expected * weight).sum()], [left, right]).Zip(autograd.grad([(actual * weight).sum()], [left, right])))
                Near(e, a, tolerance);
        }
    }

    [Fact]
    public void Transposed_views_are_read_as_they_are()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor left = randn([4, 7, 5], ScalarType.Float64), right = randn([4, 3, 7], ScalarType.Float64);
        Near(matmul(left.transpose(1, 2), right.transpose(1, 2)), BatchedProduct.Apply(left.transpose(1, 2), right.transpose(1, 2)), 1e-12);
    }

    private static void Near(Tensor expected, Tensor actual, double tolerance)
    {
        double difference = (expected - actual).abs().max().to(ScalarType.Float64).item<double>();
        Assert.True(difference <= tolerance * Math.Max(1, expected.abs().max().to(ScalarType.Float64).item<double>()), $"The largest difference is {difference:g3}.");
    }
}
