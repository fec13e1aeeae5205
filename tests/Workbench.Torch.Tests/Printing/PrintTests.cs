using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Printing;

public sealed class PrintTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void A_matrix_shows_its_kind_and_aligned_values() =>
        Assert.Equal(
            """
            [2x3], type = Float32, device = cpu
                  1   -2.5      3
                400      5 0.3333
            """,
            tensor(new[] { 1f, -2.5f, 3f, 400f, 5f, 1f / 3 }, [2, 3]).ToString(true, "g4"));

    [Fact]
    public void Whole_numbers_bools_and_scalars()
    {
        Assert.Equal("[2x2], type = Int64, device = cpu\n 0 1\n 2 3", arange(4).reshape(2, 2).ToString());
        Assert.Equal("[2], type = Bool, device = cpu\n  True False", tensor(new[] { true, false }).ToString());
        Assert.Equal("[], type = Float64, device = cpu, value = 2.5", tensor(2.5).ToString());
        Assert.Equal("[0], type = Float32, device = cpu", zeros(0).ToString().TrimEnd());
    }

    [Fact]
    public void Slices_of_three_dimensions_are_named() =>
        Assert.Equal(
            "[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n[1,..,..] =\n 2 3",
            arange(4).reshape(2, 1, 2).str());

    [Fact]
    public void The_other_styles()
    {
        Tensor x = arange(4).reshape(2, 2);
        Assert.Equal("[[0 1]\n [2 3]]", x.npstr());
        Assert.Equal("[2x2], type = Int64, device = cpu, value = {{0, 1},\n {2, 3}}", x.cstr());
        Assert.Equal("[2x2], type = Int64, device = cpu", x.metastr());
        Assert.Equal(x.metastr(), x.ToString(disamb: false));
    }

    [Fact]
    public void Long_dimensions_show_both_ends()
    {
        string[] lines = arange(10000).reshape(100, 100).ToString().Split('\n');
        Assert.Equal(1 + 13, lines.Length);
        Assert.Equal(" ...", lines[7]);
        Assert.StartsWith("    0    1    2    3    4    5  ...   94", lines[1]);
        Assert.EndsWith("9999", lines[^1]);
        Assert.Equal("[  0   1   2   3   4   5 ... 994 995 996 997 998 999]", arange(1000).npstr());
    }

    [Fact]
    public void Options_are_kept_and_given_back()
    {
        try
        {
            set_printoptions(style: numpy, floatFormat: "f2");
            Assert.Equal("[1.00 2.00]", tensor(new[] { 1f, 2f }).ToString());
        }
        finally
        {
            set_printoptions(style: julia, floatFormat: "g5");
        }

        Assert.Contains("1+2i", tensor(new[] { new System.Numerics.Complex(1, 2) }).ToString());
    }

    [Fact]
    public void Lists_of_lists()
    {
        var rows = Assert.IsType<List<object>>(arange(4).reshape(2, 2).tolist());
        Assert.Equal(3L, ((Scalar)((List<object>)rows[1])[1]).ToInt64());
    }
}
