using System.Reflection;
using TorchSharp;
using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Interop;

public class OperatorTests
{
    /// <summary>Operators of a newer libtorch that are asked for with Exists before they are called.</summary>
    private static readonly string[] newer = ["aten::scaled_dot_product_attention"];

    [Fact]
    public void Every_operator_that_the_binding_names_exists_in_the_libtorch_at_hand()
    {
        var operators = Fields().Select(field => (Operator)field.GetValue(null)!).ToList();
        Assert.True(operators.Count > 400, $"only {operators.Count} operators were found by reflection");
        Assert.Empty(operators.Where(op => !op.Exists).Select(op => op.Name).Except(newer));
    }

    [Fact]
    public void A_missing_operator_says_which_libtorch_lacks_it_and_what_to_do()
    {
        var e = Assert.Throws<MissingOperatorException>(() => new Operator("aten::no_such_thing", "twice").CallVoid());
        Assert.Contains("aten::no_such_thing.twice", e.Message);
        Assert.Contains("Install a newer libtorch", e.Message);
    }

    [Fact]
    public void A_shape_mismatch_gives_libtorchs_words_and_the_arguments()
    {
        using var scope = NewDisposeScope();
        var e = Assert.Throws<TorchException>(() => zeros(2, 3).mm(zeros(4, 5)));
        Assert.Contains("aten::mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", e.Message);
        Assert.Contains("Float32 [2, 3] on cpu, Float32 [4, 5] on cpu", e.Message);
    }

    [Fact]
    public void An_index_outside_is_an_index_error()
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(3);
        Assert.Throws<TorchIndexException>(() => x[3]);
        Assert.Throws<TorchIndexException>(() => x.sum(dim: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.size(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void An_argument_of_the_wrong_kind_is_refused_with_the_schema(int which)
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(2, 2);
        Value[] wrong = [x, 1.5, "text", new long[] { 1 }, new double[] { 1 }, new[] { true }, new[] { x }, Value.None];
        var add = new Operator("aten::add", "Tensor");
        var sum = new Operator("aten::sum", "dim_IntList");
        Operator op = which is 0 or 3 ? add : sum;
        TorchException e = which == 0
            ? Assert.Throws<TorchException>(() => add.Call(x, x, wrong[0]))
            : Assert.Throws<TorchException>(() => op.Call(which == 7 ? [x, 0L, wrong[7]] : which == 3 ? [x, wrong[3]] : [x, wrong[which]]));
        Assert.Contains("cannot be a", e.Message);
        Assert.Contains("aten::", e.Message);
    }

    [Fact]
    public void Missing_and_surplus_arguments_are_refused()
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(2);
        var add = new Operator("aten::add", "Tensor");
        Assert.Contains("'other' is missing", Assert.Throws<TorchException>(() => add.Call(x)).Message);
        Assert.Contains("4 arguments for an operator of 3", Assert.Throws<TorchException>(() => add.Call(x, x, 1, 1)).Message);
        Assert.Contains("does not return one tensor", Assert.Throws<TorchException>(() => new Operator("aten::equal").Call(x, x)).Message);
    }

    [Fact]
    public void A_call_leaves_no_handles_behind_when_it_fails()
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(2, 3);
        var cat = new Operator("aten::cat");
        Tensor dead = zeros(1);
        dead.Dispose();
        Assert.Throws<ObjectDisposedException>(() => cat.Call(new[] { x, dead }, 0));
        Assert.Throws<ObjectDisposedException>(() => new Operator("aten::add", "Tensor").Call(x, dead));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = TorchRuntime.LiveTensors;
        x.Dispose();
        Assert.Equal(before - 1, TorchRuntime.LiveTensors);
    }

    [Fact]
    public void Long_lists_of_arguments_go_through()
    {
        using var scope = NewDisposeScope();
        Tensor[] many = [.. Enumerable.Range(0, 500).Select(k => full(1, k, dtype: int64))];
        Assert.Equal(499 * 500 / 2, cat(many).sum().item<long>());
    }

    private static IEnumerable<FieldInfo> Fields() => typeof(torch).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
        .Where(field => field.FieldType == typeof(Operator));
}
