using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Runtime;

public sealed class OperatorProfileTests
{
    [Fact]
    public void Operators_and_backward_steps_are_counted_and_their_own_times_add_up()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = rand([64, 64]).requires_grad_(), b = rand([64, 64]);
        IReadOnlyList<OperatorTime> times = OperatorProfile.Of(() =>
        {
            for (int i = 0; i < 3; i++)
                a.matmul(b).sum().backward();
        });
        OperatorTime matmul = Assert.Single(times, t => t.Name == "aten::matmul"), product = Assert.Single(times, t => t.Name == "aten::mm");
        Assert.True(matmul.Calls >= 3 && product.Calls >= 6, $"{matmul.Calls} and {product.Calls} calls");
        Assert.Contains(times, t => t.Name.Contains("MmBackward", StringComparison.Ordinal));
        Assert.All(times, t => Assert.True(t.SelfMilliseconds >= 0 && t.SelfMilliseconds <= t.TotalMilliseconds + 1e-9, t.ToString()));
        Assert.Equal(times.OrderByDescending(t => t.SelfMilliseconds), times);
    }

    [Fact]
    public void A_failure_in_the_work_ends_the_profile()
    {
        Assert.Throws<InvalidOperationException>(() => OperatorProfile.Of(() => throw new InvalidOperationException()));
        Assert.NotEmpty(OperatorProfile.Of(() => ones(1).Dispose()));
        Assert.Contains("already", Assert.Throws<TorchException>(() => OperatorProfile.Of(() => OperatorProfile.Of(() => { }))).Message, StringComparison.Ordinal);
    }
}
