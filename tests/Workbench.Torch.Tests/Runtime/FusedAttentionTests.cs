using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Runtime;

/// <summary>The shim's attention against libtorch's own operators.</summary>
public sealed class FusedAttentionTests
{
    private static Tensor Composed(Tensor query, Tensor key, Tensor value) => matmul(matmul(query, key.transpose(-1, -2)).softmax(-1), value);

    [Trait("device", "any")]
    [Theory]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(3, 5, 7, 2, 3)]
    [InlineData(2, 33, 16, 20, 20)]
    [InlineData(2, 70, 98, 20, 40)]
    [InlineData(1, 196, 196, 37, 21)]
    [InlineData(2, 31, 129, 8, 24)]
    [InlineData(1, 64, 33, 130, 70)]
    public void Values_and_gradients_are_those_of_softmax_and_two_products(int problems, int rows, int keys, int width, int columns)
    {
        foreach ((ScalarType type, double tolerance) in new[] { (ScalarType.Float64, 1e-12), (ScalarType.Float32, 2e-5) })
        {
            using DisposeScope scope = NewDisposeScope();
            manual_seed(rows + keys);
            Tensor query = (randn([problems, rows, width], type) * 2).requires_grad_(), key = randn([problems, keys, width], type).requires_grad_(), value = randn([problems, keys, columns], type).requires_grad_();
            Tensor weight = randn([problems, rows, columns], type);
            Tensor fused = FusedAttention.Apply(query, key, value), composed = Composed(query, key, value);
            Assert.Equal(composed.shape, fused.shape);
            Near(composed, fused, tolerance);
            IList<Tensor> expected = autograd.grad([(composed * weight).sum()], [query, key, value]), actual = autograd.grad([(fused * weight).sum()], [query, key, value]);
            foreach ((Tensor e, Tensor a) in expected.Zip(actual))
                Near(e, a, tolerance);
        }
    }

    [Trait("device", "any")]
    [Fact]
    public void The_same_tensor_may_be_key_and_value_and_views_are_read_as_they_are()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Tensor shared = randn([2, 3, 20, 40], ScalarType.Float64).requires_grad_();
        Tensor rows = shared.transpose(-1, -2);
        Tensor fused = FusedAttention.Apply(rows * 0.5, rows, rows), composed = Composed(rows * 0.5, rows, rows);
        Near(composed, fused, 1e-12);
        Near(autograd.grad([composed.sum()], [shared])[0], autograd.grad([fused.sum()], [shared])[0], 1e-12);
    }

    [Trait("device", "any")]
    [Fact]
    public void Large_scores_neither_overflow_nor_vanish()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor query = tensor(new float[] { 300, -300, 0, 88 }, [4, 1]), key = tensor(new float[] { 1, -1, 0.5f }, [3, 1]), value = tensor(new float[] { 1, 2, 3 }, [3, 1]);
        Tensor fused = FusedAttention.Apply(query, key, value);
        Near(Composed(query, key, value), fused, 1e-6);
        Assert.False(fused.isnan().any().ToBoolean());
    }

    [Fact]
    public void Shapes_and_types_that_do_not_fit_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains("(…, L, E)", Assert.ThrowsAny<Exception>(() => FusedAttention.Apply(rand(2, 3), rand(4, 5), rand(4, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("floating-point types", Assert.ThrowsAny<Exception>(() => FusedAttention.Apply(rand(2, 3), ones([4, 3], ScalarType.Int64), rand(4, 3))).Message, StringComparison.Ordinal);
    }

    [Trait("device", "any")]
    [Fact]
    public void Bfloat16_comes_back_as_bfloat16()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand([2, 10, 4]);
        Tensor half = FusedAttention.Apply(x.bfloat16(), x.bfloat16(), x.bfloat16());
        Assert.Equal(ScalarType.BFloat16, half.dtype);
        Near(FusedAttention.Apply(x, x, x), half.to(ScalarType.Float32), 0.02);
    }

    [Fact]
    public void Mixed_types_as_autocast_leaves_them_give_the_wider_one_and_each_gradient_its_own()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor query = rand([2, 10, 4]).bfloat16().requires_grad_(), rows = rand([2, 6, 4]).requires_grad_();
        Tensor mixed = FusedAttention.Apply(query, rows, rows);
        Assert.Equal(ScalarType.Float32, mixed.dtype);
        Near(Composed(query.to(ScalarType.Float32), rows, rows), mixed, 1e-6);
        mixed.sum().backward();
        Assert.Equal((ScalarType.BFloat16, ScalarType.Float32), (query.grad!.dtype, rows.grad!.dtype));
    }

    [Trait("device", "any")]
    [Fact]
    public void Switched_off_it_is_composed_with_the_same_numbers()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = rand([2, 10, 4], ScalarType.Float64);
        Tensor native = FusedAttention.Apply(x, x, x);
        NativeOperators.Enabled = false;
        try
        {
            Near(native, FusedAttention.Apply(x, x, x), 1e-12);
        }
        finally
        {
            NativeOperators.Enabled = true;
        }
    }

    private static void Near(Tensor expected, Tensor actual, double tolerance)
    {
        double difference = (expected - actual).abs().max().to(ScalarType.Float64).item<double>(), size = Math.Max(1, expected.abs().max().to(ScalarType.Float64).item<double>());
        Assert.True(difference <= tolerance * size, $"The largest difference is {difference:g3} where values reach {size:g3}.");
    }
}
