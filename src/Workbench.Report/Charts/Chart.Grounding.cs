using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

// Shapes: U candidate frames, K words, T chosen frames, Q queries, C classes.

public static partial class Chart
{
    /// <summary>How alike rows and columns are: cosines on a scale around 0, equal on both sides.</summary>
    /// <param name="similarity_UK">Frames × words, or any two kinds of things.</param>
    /// <param name="words">Names of the columns.</param>
    /// <param name="frames">Names of the rows.</param>
    /// <param name="limit">The scale runs from -limit to limit; the largest size in the matrix where not given.</param>
    public static Figure SimilarityMatrix(double[,] similarity_UK, IEnumerable<string>? words = null, IEnumerable<string>? frames = null, double? limit = null)
    {
        ArgumentNullException.ThrowIfNull(similarity_UK);
        double most = limit ?? similarity_UK.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        Figure figure = Heatmap(similarity_UK, words, frames, null, -most, most, scaleTitle: "similarity");
        return OfMatrix(figure with { Traces = [.. figure.Traces.SkipLast(1), figure.Traces[^1] with { Slots = [new TraceSlot("colorscale", SlotKind.Diverging)] }] }, similarity_UK);
    }

    /// <summary>How much of each column goes to each row, on a scale from 0.</summary>
    /// <param name="plan_UK">Frames × words; not negative.</param>
    /// <param name="words">Names of the columns.</param>
    /// <param name="frames">Names of the rows.</param>
    /// <param name="chosen">Rows that were chosen; they are marked by a dot.</param>
    public static Figure TransportPlan(double[,] plan_UK, IEnumerable<string>? words = null, IEnumerable<string>? frames = null, IEnumerable<int>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(plan_UK);
        Figure figure = OfMatrix(Heatmap(plan_UK, words, frames, null, 0, plan_UK.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(1).Max(), scaleTitle: "mass"), plan_UK);
        if (chosen is null)
            return figure;
        int[] rows = [.. chosen];
        foreach (int row in rows)
            if ((uint)row >= (uint)plan_UK.GetLength(0))
                throw new ArgumentOutOfRangeException(nameof(chosen), row, $"The plan has {plan_UK.GetLength(0)} rows, counted from 0.");
        var marks = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyValues.Array(rows.Select(_ => plan_UK.GetLength(1) - 0.1)),
            ["y"] = PlotlyValues.Array(rows),
            ["name"] = "chosen",
            ["hoverinfo"] = "name",
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject { ["symbol"] = "triangle-left", ["size"] = 11 },
        };
        Figure marked = figure with { Traces = [.. figure.Traces, new FigureTrace(marks, new object(), [new TraceSlot("marker.color")])] };
        return marked.WithLegend(place: LegendPlace.Bottom).ChangeLayout(layout => layout["xaxis"]!["range"] = new JsonArray(-0.5, plan_UK.GetLength(1) + 0.3));
    }

    /// <summary>Attention weights: each row sums to 1; the scale runs from 0 to the largest weight.</summary>
    /// <param name="attention_QK">Queries × keys.</param>
    /// <param name="keys">Names of the columns.</param>
    /// <param name="queries">Names of the rows.</param>
    public static Figure AttentionMatrix(double[,] attention_QK, IEnumerable<string>? keys = null, IEnumerable<string>? queries = null)
    {
        ArgumentNullException.ThrowIfNull(attention_QK);
        return OfMatrix(
            Heatmap(attention_QK, keys, queries, null, 0, attention_QK.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(1).Max(), scaleTitle: "attention"), attention_QK)
            .WithXAxisStyle("attended to").WithYAxisStyle("attending");
    }

    /// <summary>How often each true class was answered by each class: counts in the cells, colours as shares of the row.</summary>
    /// <param name="counts_CC">True class × answered class.</param>
    /// <param name="classes">Their names.</param>
    public static Figure ConfusionMatrix(int[,] counts_CC, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(counts_CC);
        ArgumentNullException.ThrowIfNull(classes);
        int count = classes.Count;
        if (counts_CC.GetLength(0) != count || counts_CC.GetLength(1) != count)
            throw new ArgumentException($"{count} classes need a matrix of {count}×{count}; it is {counts_CC.GetLength(0)}×{counts_CC.GetLength(1)}.", nameof(counts_CC));
        var shares = new double[count, count];
        var texts = new string[count, count];
        for (int r = 0; r < count; r++)
        {
            int row = r;
            long sum = Enumerable.Range(0, count).Sum(c => (long)counts_CC[row, c]);
            for (int c = 0; c < count; c++)
            {
                shares[r, c] = sum > 0 ? (double)counts_CC[r, c] / sum : double.NaN;
                texts[r, c] = counts_CC[r, c].ToString(CultureInfo.InvariantCulture);
            }
        }
        Figure figure = count <= 16
            ? AnnotatedHeatmap(shares, texts, classes, classes, min: 0, max: 1, showScale: true, scaleTitle: "share of the row")
            : Heatmap(shares, classes, classes, min: 0, max: 1, scaleTitle: "share of the row");
        return OfMatrix(figure, shares).WithXAxisStyle("answered").WithYAxisStyle("true");
    }

    /// <summary>A size that gives every cell room, within what a page takes.</summary>
    private static Figure OfMatrix(Figure figure, double[,] values)
    {
        double cell = Math.Clamp(620.0 / Math.Max(values.GetLength(0), values.GetLength(1)), 8, 60);
        return figure.WithSize(Math.Clamp((values.GetLength(1) * cell) + 220, 420, 760), Math.Clamp((values.GetLength(0) * cell) + 130, 300, 760));
    }
}
