using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Nn;

[Collection(nameof(DefaultGenerator))]
public class ModuleFixtureTests
{
    public static IEnumerable<object[]> Names() => NnFixtures.Names("modules");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_gives_the_weights_PyTorch_gives(string name)
    {
        using var scope = NewDisposeScope();
        var expected = NnFixtures.Case("modules", name);
        manual_seed(expected.GetProperty("seed").GetInt64());
        using var module = ModuleCatalogue.Make(name);
        var state = module.state_dict();
        Assert.Equal(expected.GetProperty("state").EnumerateObject().Select(entry => entry.Name), state.Keys);
        foreach (var entry in expected.GetProperty("state").EnumerateObject())
            NnFixtures.Close(NnFixtures.Read(entry.Value), state[entry.Name], entry.Name, 1e-6);
    }

    [Trait("device", "any")]
    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_and_gradients_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = NnFixtures.Case("modules", name);
        using var module = ModuleCatalogue.Make(name);
        module.load_state_dict(expected.GetProperty("state").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => NnFixtures.Read(entry.Value)));
        module.train(name != "BatchNorm1d in evaluation");
        Tensor[] inputs = [.. NnFixtures.ReadAll(expected.GetProperty("inputs")).Select(x => x!)];
        foreach (var input in inputs.Where(x => x.is_floating_point()))
            input.requires_grad = true;

        var outputs = ModuleCatalogue.Call(name, module, inputs);

        var wanted = NnFixtures.ReadAll(expected.GetProperty("outputs"));
        Assert.Equal(wanted.Length, outputs.Length);
        for (var k = 0; k < wanted.Length; k++)
            NnFixtures.Close(wanted[k]!, outputs[k], $"output {k}");
        outputs.Where(x => x.requires_grad).Select(x => (x * NnFixtures.Cotangent(x)).sum())
            .Aggregate((total, part) => total + part).backward();
        CheckGradients(expected, module, inputs);
        foreach (var entry in expected.GetProperty("buffers_after").EnumerateObject())
            NnFixtures.Close(NnFixtures.Read(entry.Value), module.get_buffer(entry.Name)!, entry.Name);
    }

    private static void CheckGradients(JsonElement expected, nn.Module module, Tensor[] inputs)
    {
        var gradients = expected.GetProperty("gradients").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);
        foreach (var (name, parameter) in module.named_parameters())
        {
            Assert.Equal(gradients.ContainsKey(name), parameter.grad is not null);
            if (gradients.TryGetValue(name, out var wanted))
                NnFixtures.Close(NnFixtures.Read(wanted), parameter.grad!, $"gradient of {name}");
        }
        var ofInputs = NnFixtures.ReadAll(expected.GetProperty("input_gradients"));
        for (var k = 0; k < inputs.Length; k++)
            if (ofInputs[k] is { } wanted)
                NnFixtures.Close(wanted, inputs[k].grad!, $"gradient of input {k}");
    }
}
