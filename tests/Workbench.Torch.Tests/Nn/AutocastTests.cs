using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Nn;

public class AutocastTests
{
    [Fact]
    public void Products_are_bfloat16_inside_and_float_outside()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(8, 4);
        var x = rand(3, 8);
        using (Autocast.Enter(CPU, ScalarType.BFloat16))
        {
            Assert.Equal(ScalarType.BFloat16, layer.call(x).dtype);
            using (Autocast.Enter(CPU, ScalarType.BFloat16))
                Assert.Equal(ScalarType.BFloat16, x.matmul(x.t()).dtype);
            Assert.Equal(ScalarType.BFloat16, layer.call(x).dtype);
        }
        Assert.Equal(ScalarType.Float32, layer.call(x).dtype);
    }

    [Fact]
    public void Gradients_come_back_in_the_parameter_s_type_and_near_the_full_ones()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(8, 4);
        var x = rand(16, 8);
        layer.call(x).square().mean().backward();
        var full = layer.weight.grad!.clone();
        layer.zero_grad();
        using (Autocast.Enter(CPU, ScalarType.BFloat16))
            layer.call(x).to(ScalarType.Float32).square().mean().backward();
        Assert.Equal(ScalarType.Float32, layer.weight.grad!.dtype);
        NnFixtures.Close(full, layer.weight.grad!, "gradient", 0.02);
        Assert.NotEqual(full.data<float>().ToArray(), layer.weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_weight_that_was_used_without_gradients_before_has_them_after()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(8, 4);
        var x = rand(16, 8);
        using (Autocast.Enter(CPU, ScalarType.BFloat16))
        {
            using (no_grad())
                layer.call(x);
            layer.call(x).to(ScalarType.Float32).square().mean().backward();
        }
        Assert.True(layer.weight.grad!.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Types_and_devices_it_cannot_do_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Autocast.Enter(CPU, ScalarType.Float16));
        Assert.Throws<ArgumentException>(() => Autocast.Enter(META, ScalarType.BFloat16));
    }
}
