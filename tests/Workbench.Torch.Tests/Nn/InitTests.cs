using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace Workbench.Torch.Tests.Nn;

[Collection(nameof(DefaultGenerator))]
public class InitTests
{
    public static IEnumerable<object[]> Names() =>
        NnFixtures.Open("initialisations").EnumerateObject().Select(entry => new object[] { entry.Name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = NnFixtures.Read(NnFixtures.Open("initialisations").GetProperty(name));
        manual_seed(11);
        var drawn = empty(expected.shape);
        Draw(name, drawn);
        NnFixtures.Close(expected, drawn, name, 2e-6);
    }

    [Fact]
    public void An_orthogonal_matrix_has_orthonormal_columns()
    {
        using var scope = NewDisposeScope();
        var q = orthogonal_(empty(6, 4, dtype: float64));
        NnFixtures.Close(eye(4, 4, dtype: float64), q.t().matmul(q), "QᵀQ", 1e-12);
    }

    [Fact]
    public void Fans_of_a_convolution_count_its_field() =>
        Assert.Equal((2L * 12, 5L * 12), CalculateFanInAndFanOut(zeros(5, 2, 3, 4)));

    [Fact]
    public void A_vector_has_no_fan()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => kaiming_uniform_(zeros(3)));
        Assert.Contains("[3]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_gets_no_history()
    {
        using var weight = new TorchSharp.Modules.Parameter(zeros(2, 2));
        constant_(weight, 3);
        Assert.True(weight.is_leaf);
        Assert.Equal([3f, 3f, 3f, 3f], weight.data<float>().ToArray());
    }

    private static Tensor Draw(string name, Tensor t) => name switch
    {
        "uniform" => uniform_(t, -2, 3),
        "normal" => normal_(t, 1, 2),
        "xavier_uniform" => xavier_uniform_(t, 2),
        "xavier_normal" => xavier_normal_(t),
        "kaiming_uniform" => kaiming_uniform_(t, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU),
        "kaiming_normal" => kaiming_normal_(t, 0.2),
        "trunc_normal" => trunc_normal_(t, 0.5, 1, -0.5, 2),
        "orthogonal" => orthogonal_(t),
        "orthogonal wide" => orthogonal_(t, 2),
        "sparse" => sparse_(t, 0.4, 1),
        "dirac" => dirac_(t),
        "eye" => eye_(t),
        _ => throw new ArgumentException($"no initialisation for the case '{name}'"),
    };
}
