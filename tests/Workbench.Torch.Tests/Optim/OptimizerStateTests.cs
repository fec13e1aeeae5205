using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Optim;

public class OptimizerStateTests
{
    public static TheoryData<string> Kinds => ["AdamW", "Adam with AMSGrad", "SGD with momentum"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_exported_state_continues_to_the_last_bit(string kind)
    {
        using var uninterrupted = new Descent((w, b) => Make(kind, w, b));
        using var resumed = new Descent((w, b) => Make(kind, w, b));
        for (var step = 0; step < 7; step++)
            uninterrupted.Step(step);
        var state = OptimizerState.Export(uninterrupted.Optimizer, uninterrupted.Named);
        using (no_grad())
            foreach (var ((_, from), (_, to)) in uninterrupted.Named.Zip(resumed.Named))
                to.copy_(from);
        OptimizerState.Import(resumed.Optimizer, resumed.Named, state);
        for (var step = 7; step < 12; step++)
            Assert.Equal(uninterrupted.Step(step), resumed.Step(step));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_written_state_continues_to_the_last_bit(string kind)
    {
        using var uninterrupted = new Descent((w, b) => Make(kind, w, b));
        using var resumed = new Descent((w, b) => Make(kind, w, b));
        for (var step = 0; step < 7; step++)
            uninterrupted.Step(step);
        using var stream = new MemoryStream();
        ((OptimizerHelper)uninterrupted.Optimizer).save_state_dict(new BinaryWriter(stream));
        using (no_grad())
            foreach (var ((_, from), (_, to)) in uninterrupted.Named.Zip(resumed.Named))
                to.copy_(from);
        stream.Position = 0;
        ((OptimizerHelper)resumed.Optimizer).load_state_dict(new BinaryReader(stream));
        for (var step = 7; step < 12; step++)
            Assert.Equal(uninterrupted.Step(step), resumed.Step(step));
    }

    [Fact]
    public void Names_are_the_parameters_and_the_fields()
    {
        using var descent = new Descent((w, b) => Make("Adam with AMSGrad", w, b));
        descent.Step(0);
        descent.Step(2);
        var state = OptimizerState.Export(descent.Optimizer, descent.Named);
        Assert.Equal(
            ["bias.exp_avg", "bias.exp_avg_sq", "bias.max_exp_avg_sq", "bias.step",
                "weight.exp_avg", "weight.exp_avg_sq", "weight.max_exp_avg_sq", "weight.step"],
            state.Keys.Order());
        // The second step left the bias without a gradient.
        Assert.Equal((1, 2), (state["bias.step"].item<long>(), state["weight.step"].item<long>()));
    }

    [Fact]
    public void What_does_not_fit_is_listed_and_nothing_changes()
    {
        using var descent = new Descent((w, b) => Make("AdamW", w, b));
        descent.Step(0);
        var state = OptimizerState.Export(descent.Optimizer, descent.Named).ToDictionary();
        state.Remove("weight.step");
        state["bias.exp_avg"] = zeros(7);
        state["other.step"] = tensor(1L);
        using var fresh = new Descent((w, b) => Make("AdamW", w, b));
        var error = Assert.Throws<ArgumentException>(() => OptimizerState.Import(fresh.Optimizer, fresh.Named, state));
        Assert.Contains("weight.step is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("bias.exp_avg is [7], expected [3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("other.step is unexpected", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, OptimizerState.Export(fresh.Optimizer, fresh.Named)["bias.step"].item<long>());
    }

    [Fact]
    public void A_parameter_without_a_name_is_refused()
    {
        using var descent = new Descent((w, b) => Make("AdamW", w, b));
        var error = Assert.Throws<ArgumentException>(() => OptimizerState.Export(descent.Optimizer, descent.Named.Take(1)));
        Assert.Contains("Parameter 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_another_kind_of_optimiser_is_refused()
    {
        using var adam = new Descent((w, b) => Make("AdamW", w, b));
        using var sgd = new Descent((w, b) => Make("SGD with momentum", w, b));
        using var stream = new MemoryStream();
        ((OptimizerHelper)adam.Optimizer).save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() => ((OptimizerHelper)sgd.Optimizer).load_state_dict(new BinaryReader(stream)));
        Assert.Contains("AdamW", error.Message, StringComparison.Ordinal);
    }

    private static optim.Optimizer Make(string kind, Parameter weight, Parameter bias) => kind switch
    {
        "AdamW" => optim.AdamW([weight, bias], 0.05, weight_decay: 0.01),
        "Adam with AMSGrad" => optim.Adam([weight, bias], 0.05, amsgrad: true),
        _ => optim.SGD([weight, bias], 0.01, momentum: 0.9),
    };
}
