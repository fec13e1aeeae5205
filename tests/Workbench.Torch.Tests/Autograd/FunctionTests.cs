using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace Workbench.Torch.Tests.Autograd;

public sealed class FunctionTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Trait("device", "any")]
    [Fact]
    public void A_hand_written_gradient_is_used_with_what_forward_saved()
    {
        Tensor x = tensor(new[] { 1.0, 2.0, -3.0 }, requires_grad: true);
        Tensor y = ScaledSquare.apply(x, 5.0);
        Assert.True(y.requires_grad);
        Assert.Equal([5.0, 20.0, 45.0], y.cpu().data<double>().ToArray());
        y.sum().backward();
        Assert.Equal([10.0, 20.0, -30.0], x.grad!.cpu().data<double>().ToArray());
    }

    [Trait("device", "any")]
    [Fact]
    public void It_takes_part_in_a_longer_chain_and_in_second_derivatives()
    {
        Tensor x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        Tensor first = grad([ScaledSquare.apply(x * 2, 1.0).sum()], [x], create_graph: true)[0];
        Assert.Equal([8.0, 16.0], first.cpu().data<double>().ToArray());
        Assert.Equal([8.0, 8.0], grad([first.sum()], [x])[0].cpu().data<double>().ToArray());
    }

    [Fact]
    public void A_saved_output_makes_no_cycle_and_is_found_again()
    {
        Tensor x = tensor(new[] { 0.0, 1.0 }, requires_grad: true);
        Exponential.apply(x).sum().backward();
        Assert.Equal([1.0, Math.E], x.grad!.cpu().data<double>().ToArray());
    }

    [Trait("device", "any")]
    [Fact]
    public void Several_results_bring_several_gradients_and_zeros_for_the_unused()
    {
        Tensor a = tensor(new[] { 1.0, 2.0 }, requires_grad: true), b = tensor(new[] { 3.0, 4.0 }, requires_grad: true);
        List<Tensor> both = SumAndProduct.apply(a, b);
        both[1].sum().backward();
        Assert.Equal([3.0, 4.0], a.grad!.cpu().data<double>().ToArray());
        Assert.Equal([1.0, 2.0], b.grad!.cpu().data<double>().ToArray());
    }

    [Trait("device", "any")]
    [Fact]
    public void Without_gradients_nothing_is_recorded()
    {
        Assert.False(ScaledSquare.apply(ones(2), 1.0).requires_grad);
        using (no_grad()) Assert.False(ScaledSquare.apply(ones(2, requires_grad: true), 1.0).requires_grad);
    }

    [Trait("device", "any")]
    [Fact]
    public void An_exception_in_backward_reaches_the_caller()
    {
        Tensor x = ones(2, requires_grad: true);
        Tensor y = Failing.apply(x).sum();
        var e = Assert.Throws<TorchException>(y.backward);
        Assert.Contains("the reason of the test", e.Message);
    }

    [Trait("device", "any")]
    [Fact]
    public void A_change_of_a_saved_tensor_is_noticed()
    {
        Tensor x = ones(2, requires_grad: true);
        Tensor inner = x * 1;
        Tensor y = ScaledSquare.apply(inner, 1.0).sum();
        using (no_grad()) inner.add_(1);
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(y.backward).Message);
    }

    [Fact]
    public void Nothing_is_left_of_many_applications()
    {
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (int k = 0; k < 10; k++)
        {
            using var inner = NewDisposeScope();
            Tensor x = ones(4, requires_grad: true);
            Exponential.apply(x).sum().backward();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private sealed class ScaledSquare : SingleTensorFunction<ScaledSquare>
    {
        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            var x = (Tensor)vars[0]!;
            ctx.save_for_backward([x]);
            ctx.save_data("scale", vars[1]!);
            return x * x * (double)vars[1]!;
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0] * (2 * (double)ctx.get_data("scale"))];
    }

    private sealed class Exponential : SingleTensorFunction<Exponential>
    {
        public override Tensor forward(AutogradContext ctx, params object?[] vars)
        {
            Tensor y = ((Tensor)vars[0]!).exp();
            ctx.save_for_backward([y]);
            return y;
        }

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0]];
    }

    private sealed class SumAndProduct : MultiTensorFunction<SumAndProduct>
    {
        public override List<Tensor> forward(AutogradContext ctx, params object?[] vars)
        {
            Tensor a = (Tensor)vars[0]!, b = (Tensor)vars[1]!;
            ctx.save_for_backward([a, b]);
            return [a + b, a * b];
        }

        public override List<Tensor?> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            List<Tensor> saved = ctx.get_saved_variables();
            return [grad_outputs[0] + (grad_outputs[1] * saved[1]), grad_outputs[0] + (grad_outputs[1] * saved[0])];
        }
    }

    private sealed class Failing : SingleTensorFunction<Failing>
    {
        public override Tensor forward(AutogradContext ctx, params object?[] vars) => ((Tensor)vars[0]!) * 2;

        public override List<Tensor?> backward(AutogradContext ctx, Tensor grad_output) =>
            throw new InvalidOperationException("the reason of the test");
    }
}
