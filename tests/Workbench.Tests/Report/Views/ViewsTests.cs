using TorchSharp;
using Workbench.Data;
using Workbench.Models;
using Workbench.Report;
using Workbench.Report.Display;
using Workbench.Report.Images;
using Workbench.Report.Views;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Report.Views;

[Collection(TensorCounters.Name)]
public class ViewsTests
{
    [Fact]
    public void A_tensor_tells_shape_type_device_and_a_summary_of_its_finite_values()
    {
        using Tensor values = tensor(new[] { 1f, -3f, float.NaN, float.PositiveInfinity, 0f, 0f }, 2, 3);
        TensorView view = TensorView.Of(values);
        Assert.Equal([2, 3], view.Shape);
        TensorSummary summary = view.Summary!;
        Assert.Equal((-3.0, -0.5, 1.0), (summary.Min, summary.Mean, summary.Max));
        Assert.Equal(Math.Sqrt(3), summary.Deviation, 9); // Around -0.5: (1.5² + 2.5² + 0.5² + 0.5²) / 3 = 3.
        Assert.Equal((1, 1), (summary.NaNs, summary.Infinities));
        Assert.Equal("[2, 3] Float32 on cpu; min -3, mean -0.5 ± 1.732, max 1, NaN 1, infinite 1, zeros 33.3%", view.ToString());
        string html = (string)view.ToMimeBundle()["text/html"];
        Assert.Contains("[2, 3]", html, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_picture_is_there_for_one_and_two_dimensions_only_and_says_what_it_leaves_out()
    {
        using var scope = NewDisposeScope();
        Assert.Null(TensorView.Of(zeros(2, 3, 4)).Heat);
        Assert.Null(TensorView.Of(tensor(3.0)).Heat);
        TensorHeat line = TensorView.Of(arange(10)).Heat!, large = TensorView.Of(arange(200 * 70).reshape(200, 70)).Heat!;
        Assert.Equal((250, 24), PngImage.Size(line.Png));
        Assert.Equal("0 to 9", line.Caption);
        Assert.EndsWith("; every 4th row, second column", large.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_without_numbers_to_sum_up_have_no_summary_and_a_bool_has_one()
    {
        using var scope = NewDisposeScope();
        Assert.Null(TensorView.Of(zeros(0, 3)).Summary);
        Assert.Equal("[0, 3] Float32 on cpu", TensorView.Of(zeros(0, 3)).ToString());
        Assert.Equal(0.5, TensorView.Of(tensor(new[] { true, false })).Summary!.Mean);
        Assert.True(TensorView.Of(zeros(1).requires_grad_()).RequiresGrad);
        Assert.Equal(1, TensorView.Of(tensor(new[] { float.NaN })).Summary!.NaNs);
    }

    [Fact]
    public void Looking_at_a_tensor_leaves_no_tensor_behind()
    {
        using Tensor values = arange(12, ScalarType.Float32).reshape(3, 4);
        TensorView.Of(values);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        TensorView.Of(values);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_model_lists_its_parameters_with_shapes_counts_and_totals()
    {
        using nn.Module model = nn.Sequential(("first", nn.Linear(3, 4)), ("norm", nn.BatchNorm1d(4)));
        ModelView view = ModelView.Of(model);
        Assert.Equal("first.weight", view.Rows[0].Name);
        Assert.Equal([4, 3], view.Rows[0].Shape);
        Assert.Equal(16 + 8, view.Trained);
        Assert.Equal(16 + 8 + 9, view.Total); // running mean, running variance, batches seen
        Assert.Contains("33 numbers, 24 of them trained", view.ToString(), StringComparison.Ordinal);
        Assert.Contains("4 × 3", (string)view.ToMimeBundle()["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_shows_what_it_changes_of_its_preset()
    {
        Recipe basis = Recipe.For(Fidelity.Paper);
        Recipe changed = basis with { Name = "mine", BatchSize = basis.BatchSize + 1, Selection = basis.Selection with { Solver = basis.Selection.Solver with { Epsilon = 0.125 } } };
        RecipeDifference difference = RecipeDifference.Of(changed);
        Assert.Equal(["Name", "Selection.Solver.Epsilon", "BatchSize"], difference.Changes.Select(c => c.Name));
        Assert.Equal("0.125", difference.Changes[1].Here);
        Assert.Equal("what-when-where: nothing differs from Recipe.For(Fidelity.Paper)", RecipeDifference.Of(basis).ToString());
        Assert.Contains("<code>BatchSize</code>", (string)difference.ToMimeBundle()["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Notebooks_find_views_of_types_that_are_not_ours()
    {
        using Tensor values = ones(2);
        Assert.Contains("[2]", (string)NotebookFormatters.ToMimeBundle(values)!["text/plain"], StringComparison.Ordinal);
        Assert.NotNull(NotebookFormatters.ToMimeBundle(new Recipe()));
        Assert.Null(NotebookFormatters.ToMimeBundle(new Box(0, 0, 1, 1)));
    }

    [Fact]
    public void A_matrix_becomes_a_plain_array_whatever_its_layout()
    {
        using Tensor values = arange(6, ScalarType.Float32).reshape(2, 3).t();
        Assert.Equal(new double[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, values.ToMatrix());
        Assert.Throws<ArgumentException>(() => ones(2).ToMatrix());
    }
}
