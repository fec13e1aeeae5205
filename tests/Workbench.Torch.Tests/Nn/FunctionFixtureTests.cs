using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Nn;

[Trait("device", "any")]
public class FunctionFixtureTests
{
    public static IEnumerable<object[]> Names() => NnFixtures.Names("functions");

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = NnFixtures.Case("functions", name);
        Tensor[] inputs = [.. NnFixtures.ReadAll(expected.GetProperty("inputs")).Select(x => x!)];
        foreach (var input in inputs.Where(x => x.is_floating_point()))
            input.requires_grad = true;

        var output = FunctionCatalogue.Call(name, inputs);

        NnFixtures.Close(NnFixtures.Read(expected.GetProperty("outputs")[0]), output, "output");
        (output * NnFixtures.Cotangent(output)).sum().backward();
        var gradients = NnFixtures.ReadAll(expected.GetProperty("input_gradients"));
        for (var k = 0; k < inputs.Length; k++)
            if (gradients[k] is { } wanted)
                NnFixtures.Close(wanted, inputs[k].grad!, $"gradient of input {k}");
    }
}
