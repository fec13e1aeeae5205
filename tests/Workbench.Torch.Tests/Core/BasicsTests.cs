using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Core;

public class BasicsTests
{
    [Fact]
    public void A_matrix_product_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        Tensor b = tensor(new float[] { 1, 0, 0, 1, 1, 1 }, [3, 2]);
        Assert.Equal([4f, 5f, 10f, 11f], a.matmul(b).data<float>().ToArray());
    }

    [Fact]
    public void The_gradient_of_a_sum_of_squares_is_twice_the_point()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1.0, -2.0, 3.0 }, requires_grad: true);
        (x * x).sum().backward();
        Assert.Equal([2.0, -4.0, 6.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Numbers_do_not_change_a_tensors_type()
    {
        using var scope = NewDisposeScope();
        Tensor x = arange(3, dtype: float32);
        Assert.Equal(float32, (x + 1.5).dtype);
        Assert.Equal([1.5f, 2.5f, 3.5f], (1.5 + x).data<float>().ToArray());
        Assert.Equal([2f, 1f, 0f], (2 - x).data<float>().ToArray());
    }

    [Fact]
    public void A_scope_frees_what_is_made_in_it()
    {
        long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        using (NewDisposeScope())
        {
            Tensor kept = zeros(4, 4) + 1;
            Assert.Equal(16f, kept.sum().item<float>());
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }
}
