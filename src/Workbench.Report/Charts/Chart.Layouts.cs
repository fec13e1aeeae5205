using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>Several figures on the same axes. Size, theme and font are the first one's; what layouts disagree on is the last one's.</summary>
    /// <exception cref="ArgumentException">No figure.</exception>
    public static Figure Combine(params IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Figure[] all = [.. figures];
        if (all.Length == 0)
            throw new ArgumentException("There is no figure to combine.", nameof(figures));
        var layout = new JsonObject();
        foreach (Figure figure in all)
        {
            JsonObject next = PlotlyJson.Clone(figure.Layout);
            foreach (string list in new[] { "shapes", "annotations", "images" })
                if (next[list] is JsonArray items && layout[list] is JsonArray before)
                    next[list] = new JsonArray([.. before.Concat(items).Select(item => item?.DeepClone())]);
            PlotlyJson.Merge(layout, next);
        }
        return all[0] with { Traces = [.. all.SelectMany(figure => figure.Traces)], Layout = layout };
    }

    /// <summary>Figures side by side, each with its own axes, row by row; their titles stand over them. Traces of the same name share a legend entry.</summary>
    /// <param name="figures">Left to right, top to bottom. Theme and font are the first one's.</param>
    /// <param name="columns">How many in a row; 0 takes as many as make the grid nearly square.</param>
    /// <param name="rows">How many rows; 0 takes as many as needed.</param>
    /// <exception cref="ArgumentException">No figure, too many for the grid, or one that is itself a grid.</exception>
    public static Figure Grid(IEnumerable<Figure> figures, int columns = 0, int rows = 0)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Figure[] all = [.. figures];
        if (all.Length == 0)
            throw new ArgumentException("There is no figure for the grid.", nameof(figures));
        if (columns <= 0)
            columns = rows > 0 ? (all.Length + rows - 1) / rows : (int)Math.Ceiling(Math.Sqrt(all.Length));
        if (rows <= 0)
            rows = (all.Length + columns - 1) / columns;
        return all.Length <= rows * columns
            ? new GridLayout(all, rows, columns).Build()
            : throw new ArgumentException($"{all.Length} figures do not fit into {rows}×{columns} places.", nameof(figures));
    }
}
