using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Autograd;

public sealed class GradientTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Gradients_agree_with_central_differences()
    {
        Tensor x = Fixture.Pattern([3, 4]).requires_grad_();
        static Tensor F(Tensor t) => (t.softmax(1) * t.exp()).logsumexp(0).pow(2).sum();
        F(x).backward();
        double[] gradient = x.grad!.data<double>().ToArray();
        using (no_grad())
        {
            for (int k = 0; k < gradient.Length; k++)
            {
                Tensor step = zeros_like(x);
                step.data<double>()[k] = 1e-5;
                double slope = (F(x + step) - F(x - step)).item<double>() / 2e-5;
                Assert.Equal(slope, gradient[k], 1e-7);
            }
        }
    }

    [Fact]
    public void Grad_returns_gradients_without_touching_the_leaves()
    {
        Tensor x = tensor(new[] { 2.0, 3.0 }, requires_grad: true);
        Tensor y = (x * x * x).sum();
        Tensor first = autograd.grad([y], [x], create_graph: true)[0];
        Tensor second = autograd.grad([first.sum()], [x])[0];
        Assert.Equal([12.0, 27.0], first.data<double>().ToArray());
        Assert.Equal([12.0, 18.0], second.data<double>().ToArray());
        Assert.Null(x.grad);
    }

    [Fact]
    public void An_unused_input_is_an_error_unless_allowed()
    {
        Tensor x = ones(2, requires_grad: true), unused = ones(2, requires_grad: true);
        Assert.Throws<TorchException>(() => autograd.grad([x.sum()], [unused]));
        Assert.Null(autograd.grad([x.sum()], [unused], allow_unused: true)[0]);
    }

    [Fact]
    public void Going_back_twice_needs_a_kept_graph()
    {
        Tensor x = ones(2, requires_grad: true);
        Tensor y = (x * x).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([4f, 4f], x.grad!.data<float>().ToArray());
        var e = Assert.Throws<TorchException>(y.backward);
        Assert.Contains("second time", e.Message);
    }

    [Fact]
    public void A_vector_needs_an_incoming_gradient()
    {
        Tensor x = ones(2, requires_grad: true);
        Assert.Contains("scalar outputs", Assert.Throws<TorchException>(() => (x * 2).backward()).Message);
        (x * 2).backward([tensor(new[] { 1f, 3f })]);
        Assert.Equal([2f, 6f], x.grad!.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => autograd.backward([x * 2], [ones(2), ones(2)]));
    }

    [Fact]
    public void Modes_nest_and_are_restored()
    {
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using (enable_grad()) Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
            Assert.False((ones(1, requires_grad: true) * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void A_mode_disposed_on_another_thread_says_so()
    {
        IDisposable mode = no_grad();
        Exception? failure = null;
        var other = new Thread(() => failure = Record.Exception(mode.Dispose));
        other.Start();
        other.Join();
        Assert.Contains("libtorch keeps it by thread", Assert.IsType<InvalidOperationException>(failure).Message);
        mode.Dispose();
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Whole_numbers_cannot_require_gradients()
    {
        Tensor x = ones(2, dtype: int64);
        Assert.Contains("floating point", Assert.Throws<TorchException>(() => x.requires_grad = true).Message);
    }

    [Fact]
    public void A_gradient_of_another_shape_is_refused()
    {
        Tensor x = ones(2, requires_grad: true);
        Assert.Throws<TorchException>(() => x.grad = ones(3));
        Assert.Throws<TorchException>(() => x.grad = ones(2, dtype: float64));
        x.grad = ones(2);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_kept_gradient_inside_the_graph_is_there()
    {
        Tensor x = ones(2, requires_grad: true);
        Tensor inner = x * 3;
        inner.retain_grad();
        (inner * inner).sum().backward();
        Assert.Equal([6f, 6f], inner.grad!.data<float>().ToArray());
        Assert.True(x.is_leaf);
        Assert.False(inner.is_leaf);
    }

    [Fact]
    public void Anomaly_mode_is_restored()
    {
        Assert.False(AnomalyMode.IsEnabled);
        using (autograd.detect_anomaly()) Assert.True(AnomalyMode.IsEnabled);
        Assert.False(AnomalyMode.IsEnabled);
    }
}
