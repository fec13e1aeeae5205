using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbench.Torch.Tests.Nn;

public class ModuleTests
{
    [Fact]
    public void Names_come_from_the_fields()
    {
        using var net = new Net();
        Assert.Equal(
            ["scale", "first.weight", "first.bias", "norm.weight", "norm.bias", "renamed.weight"],
            net.named_parameters().Select(entry => entry.name));
        Assert.Equal(["table", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"],
            net.named_buffers().Select(entry => entry.name));
        Assert.Equal(["first", "norm", "renamed"], net.named_children().Select(entry => entry.name));
    }

    [Fact]
    public void The_state_dict_holds_the_module_s_own_tensors()
    {
        using var net = new Net();
        var state = net.state_dict();
        Assert.Same(net.get_parameter("first.weight"), state["first.weight"]);
        Assert.Equal(10, state.Count);
        Assert.Null(net.get_parameter("first.nothing"));
        Assert.True(net.has_parameter("norm.bias"));
        Assert.True(net.has_buffer("norm.running_var"));
    }

    [Fact]
    public void A_state_dict_makes_another_module_the_same()
    {
        using var scope = NewDisposeScope();
        using var from = new Net();
        using var to = new Net();
        var x = ones(2, 3);
        Assert.False(from.call(x).allclose(to.call(x)));
        from.eval();
        to.eval();
        var (missing, unexpected) = to.load_state_dict(from.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Equal(from.call(x).data<float>().ToArray(), to.call(x).data<float>().ToArray());
    }

    [Fact]
    public void Strict_loading_lists_what_is_missing_unexpected_and_misshapen_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var state = net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach() + 1);
        state.Remove("norm.bias");
        state["stranger"] = zeros(1);
        state["first.weight"] = zeros(5, 3);
        var before = net.get_parameter("scale")!.item<float>();
        var error = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        Assert.Contains("Missing: norm.bias.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Unexpected: stranger.", error.Message, StringComparison.Ordinal);
        Assert.Contains("first.weight is [5, 3], expected [4, 3]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.get_parameter("scale")!.item<float>());
    }

    [Fact]
    public void Loading_without_strictness_says_what_it_left()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        var (missing, unexpected) = net.load_state_dict(
            new Dictionary<string, Tensor> { ["scale"] = tensor(new[] { 5f }), ["stranger"] = zeros(1) }, strict: false);
        Assert.Equal(5f, net.get_parameter("scale")!.item<float>());
        Assert.Equal(9, missing.Count);
        Assert.Equal(["stranger"], unexpected);
    }

    [Fact]
    public void A_saved_file_loads_again()
    {
        using var scope = NewDisposeScope();
        using var from = new Net();
        using var to = new Net();
        using var stream = new MemoryStream();
        from.save(stream);
        stream.Position = 0;
        to.load(stream);
        foreach (var (name, value) in from.state_dict())
            Assert.True(value.bytes.SequenceEqual(to.state_dict()[name].bytes), name);
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        using var stream = new MemoryStream();
        net.save(stream);
        using var cut = new MemoryStream(stream.ToArray()[..^7]);
        Assert.Throws<InvalidDataException>(() => net.load(cut));
    }

    [Fact]
    public void Training_mode_reaches_everything_below()
    {
        using var net = Sequential(Dropout(0.5), Sequential(Dropout(0.5)));
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void A_type_change_keeps_the_parameter_its_gradient_and_the_whole_numbers()
    {
        using var scope = NewDisposeScope();
        using var net = new Net();
        net.call(ones(2, 3)).sum().backward();
        var weight = net.get_parameter("first.weight")!;
        var handle = weight.Handle;
        net.to(ScalarType.Float64);
        Assert.Same(weight, net.get_parameter("first.weight"));
        Assert.Equal((handle, ScalarType.Float64, ScalarType.Float64), (weight.Handle, weight.dtype, weight.grad!.dtype));
        Assert.Equal(ScalarType.Int64, net.get_buffer("norm.num_batches_tracked")!.dtype);
        net.call(ones(2, 3, dtype: ScalarType.Float64)).sum().backward();
    }

    [Fact]
    public void Hooks_see_and_change_inputs_and_results()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(Parameter(ones(1, 1)));
        var seen = new List<string>();
        layer.register_forward_pre_hook(_ => seen.Add("before"));
        var double_ = layer.register_forward_pre_hook((_, x) => x * 2);
        layer.register_forward_hook((_, x, y) => x + 10 * y);
        Assert.Equal(6f + 60f, layer.call(tensor(new[] { 3f })).item<float>());
        double_.remove();
        Assert.Equal(3f + 30f, layer.call(tensor(new[] { 3f })).item<float>());
        Assert.Equal(["before", "before"], seen);
    }

    [Fact]
    public void Gradients_are_forgotten_or_zeroed()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        layer.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], layer.weight.grad!.data<float>().ToArray());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void A_shared_parameter_counts_once()
    {
        using var first = Linear(2, 2, hasBias: false);
        using var tied = Sequential(first, Linear(first.weight));
        Assert.Single(tied.parameters());
    }

    [Fact]
    public void A_name_with_a_dot_or_taken_is_refused()
    {
        using var list = ModuleDict<Module>();
        list.Add("a", ReLU());
        Assert.Throws<ArgumentException>(() => list.Add("a", ReLU()));
        Assert.Throws<ArgumentException>(() => list.register_module("a.b", ReLU()));
    }

    [Fact]
    public void Lists_and_dictionaries_name_their_modules()
    {
        using var list = ModuleList(Linear(1, 1), Linear(1, 1));
        list.Insert(0, Linear(2, 1));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        using var dictionary = ModuleDict(("x", Linear(1, 1, hasBias: false)), ("y", Linear(1, 1, hasBias: false)));
        Assert.Equal(["x.weight", "y.weight"], dictionary.state_dict().Keys);
        Assert.True(dictionary.Remove("x"));
        Assert.Equal(["y.weight"], dictionary.state_dict().Keys);
    }

    [Fact]
    public void Apply_visits_children_before_the_module()
    {
        using var net = Sequential(("a", Linear(1, 1)), ("b", ReLU()));
        var names = new List<string>();
        net.apply(module => names.Add(module.GetName()));
        Assert.Equal(["Linear", "ReLU", "Sequential"], names);
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(tensor(new[] { 2f }));
        private readonly Tensor table = arange(3, dtype: ScalarType.Float32);
        private readonly Linear first = Linear(3, 4);
        private readonly BatchNorm1d norm = BatchNorm1d(4);

        [ComponentName(Name = "renamed")]
        private readonly Linear last = Linear(4, 1, hasBias: false);

        public Net() : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => last.call(norm.call(first.call(input + table.to(input.dtype)))) * scale;
    }
}
