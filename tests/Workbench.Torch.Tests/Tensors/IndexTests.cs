using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace Workbench.Torch.Tests.Tensors;

public sealed class IndexTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Writing_through_slices_masks_and_numbers_changes_the_tensor()
    {
        Tensor x = zeros(3, 4);
        x[0] = 1f;
        x[1, 2] = 5f;
        x[Ellipsis, 3] = tensor(new[] { 7f, 8f, 9f });
        x[x == 5] = -5f;
        x[2, ..2] = ones(2);
        Assert.Equal([1f, 1f, 1f, 7f, 0f, 0f, -5f, 8f, 1f, 1f, 0f, 9f], x.data<float>().ToArray());
    }

    [Fact]
    public void Writing_through_index_tensors_can_add_up()
    {
        Tensor x = zeros(3);
        Tensor twice = tensor(new long[] { 0, 2, 2 });
        x.index_put_(ones(3), [twice], accumulate: true);
        Assert.Equal([1f, 0f, 2f], x.data<float>().ToArray());
        x.index_put_(9, twice);
        Assert.Equal([9f, 0f, 9f], x.data<float>().ToArray());
    }

    [Fact]
    public void Numbers_count_from_the_end_when_negative()
    {
        Tensor x = arange(12).reshape(3, 4);
        Assert.Equal(11L, x[-1, -1].item<long>());
        Assert.Equal([3L, 7L, 11L], x[.., ^1].data<long>().ToArray());
        Assert.Equal([1L, 2L], x[0, 1..^1].data<long>().ToArray());
        Assert.Equal([2L, 3L], x[0, 2..].data<long>().ToArray());
    }

    [Fact]
    public void A_slice_is_a_view_and_carries_gradients()
    {
        Tensor x = ones(4, requires_grad: true);
        (x[Slice(1, 4, 2)] * 3).sum().backward();
        Assert.Equal([0f, 3f, 0f, 3f], x.grad!.data<float>().ToArray());
        Tensor y = zeros(4);
        y[1..3].add_(2);
        Assert.Equal([0f, 2f, 2f, 0f], y.data<float>().ToArray());
    }

    [Fact]
    public void A_mask_of_two_dimensions_between_others_stands_for_two()
    {
        Tensor x = arange(24).reshape(2, 3, 4);
        Tensor mask = tensor(new[] { true, false, false, false, false, true, false, false, false, false, false, true }, [3, 4]);
        Assert.Equal([0L, 5L, 11L, 12L, 17L, 23L], x[.., TensorIndex.Tensor(mask)].data<long>().ToArray());
        Assert.Equal([1L, 2L, 3L, 4L], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0L, 2L, 3L, 4L], x[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void Too_many_indices_and_backward_slices_are_refused()
    {
        Tensor x = zeros(2, 2);
        Assert.Throws<ArgumentException>(() => x[Colon, Colon, Colon]);
        Assert.Throws<ArgumentException>(() => x[Slice(step: -1)]);
        Assert.Throws<TorchIndexException>(() => x[0, 0, 0]);
    }

    [Fact]
    public void Indexing_leaves_nothing_but_its_result()
    {
        Tensor x = zeros(4, 4, 4);
        int before = scope.DisposablesCount;
        _ = x[1, 2, 3];
        _ = x[1..3, TensorIndex.None, TensorIndex.Tensor(x[0] > 0)];
        x[1, .., 2] = 4f;
        Assert.Equal(before + 2 + 2 + 1, scope.DisposablesCount);
    }
}
