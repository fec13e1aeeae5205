using TorchSharp;
using TorchSharp.Modules;
using Workbench.Torch.Tests.Nn;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Optim;

public class ClippingTests
{
    [Theory]
    [InlineData("2", 2.0, 1.0)]
    [InlineData("1", 1.0, 3.0)]
    [InlineData("inf", double.PositiveInfinity, 0.5)]
    [InlineData("loose", 2.0, 100.0)]
    public void Norm_and_gradients_are_PyTorchs(string name, double norm, double most)
    {
        using var scope = NewDisposeScope();
        var expected = NnFixtures.Open("clipping").GetProperty(name);
        Parameter[] parameters = [new(zeros(2, 3)), new(zeros(4))];
        parameters[0].grad = (arange(6, dtype: float64) * 0.7).sin().mul(2).to(float32).reshape(2, 3);
        parameters[1].grad = (arange(4, dtype: float64) * 0.7 + 1).sin().to(float32);

        var total = nn.utils.clip_grad_norm_(parameters, most, norm);

        Assert.Equal(expected.GetProperty("norm").GetDouble(), total, 5);
        for (var k = 0; k < 2; k++)
            NnFixtures.Close(NnFixtures.Read(expected.GetProperty("gradients")[k]), parameters[k].grad!, $"gradient {k}", 1e-6);
    }

    [Fact]
    public void Values_are_limited_one_by_one()
    {
        using var x = new Parameter(zeros(4));
        x.grad = tensor(new[] { -3f, -0.5f, 0.25f, 2f });
        nn.utils.clip_grad_value_([x], 1);
        Assert.Equal([-1f, -0.5f, 0.25f, 1f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Parameters_survive_the_way_through_a_vector()
    {
        using var scope = NewDisposeScope();
        Parameter[] from = [new(arange(6, dtype: float32).reshape(2, 3)), new(arange(4, dtype: float32) + 10)];
        Parameter[] to = [new(zeros(2, 3)), new(zeros(4))];
        var vector = nn.utils.parameters_to_vector(from);
        Assert.Equal([0f, 1f, 2f, 3f, 4f, 5f, 10f, 11f, 12f, 13f], vector.detach().data<float>().ToArray());
        nn.utils.vector_to_parameters(vector, to);
        Assert.Equal(from[0].data<float>().ToArray(), to[0].data<float>().ToArray());
        Assert.Equal(from[1].data<float>().ToArray(), to[1].data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(9), to));
    }
}
