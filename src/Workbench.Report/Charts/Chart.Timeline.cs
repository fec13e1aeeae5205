using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Inference;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>When things happen: one row a label, the annotated spans above the predicted ones.</summary>
    /// <param name="predicted">What a model says.</param>
    /// <param name="truth">What people say; empty where nobody does.</param>
    /// <param name="labels">The rows, top to bottom; the labels in order of their first start where not given.</param>
    /// <param name="seconds">Length of the video; the last end where not given.</param>
    /// <param name="title">Plain text.</param>
    /// <exception cref="ArgumentException">A span's label is not among <paramref name="labels"/>.</exception>
    public static Figure Timeline(
        IEnumerable<TimelineSpan> predicted, IEnumerable<TimelineSpan>? truth = null, IReadOnlyList<string>? labels = null, double? seconds = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        TimelineSpan[] found = [.. predicted], annotated = [.. truth ?? []];
        labels ??= [.. annotated.Concat(found).OrderBy(s => s.Start).Select(s => s.Label).Distinct(StringComparer.Ordinal)];
        var rows = labels.Select((label, row) => (label, row)).ToDictionary(r => r.label, r => r.row, StringComparer.Ordinal);
        foreach (TimelineSpan span in annotated.Concat(found))
            if (!rows.ContainsKey(span.Label))
                throw new ArgumentException($"The label '{span.Label}' is not among the rows {string.Join(", ", labels.Select(l => $"'{l}'"))}.", nameof(labels));
        double end = seconds ?? annotated.Concat(found).Select(s => s.End).DefaultIfEmpty(1).Max();
        bool both = truth is not null;
        List<FigureTrace> traces = [Track(labels.Count, end)];
        if (both)
            traces.Add(Spans(annotated, rows, "annotated", -0.36, 0.34));
        traces.Add(Spans(found, rows, "predicted", both ? 0.02 : -0.32, both ? 0.34 : 0.64));
        var layout = new JsonObject
        {
            ["barmode"] = "overlay",
            ["xaxis"] = new JsonObject { ["range"] = new JsonArray(0, PlotlyValues.Number(end)), ["title"] = new JsonObject { ["text"] = "seconds" }, ["showgrid"] = false },
            ["yaxis"] = new JsonObject
            {
                ["tickmode"] = "array",
                ["tickvals"] = PlotlyValues.Array(Enumerable.Range(0, labels.Count)),
                ["ticktext"] = PlotlyValues.Array(labels.Select(l => PlotlyText.Shorten(l, 40))),
                ["range"] = new JsonArray(labels.Count - 0.4, -0.6),
                ["showgrid"] = false,
                ["showline"] = false,
                ["ticklen"] = 4,
                ["tickcolor"] = "rgba(0,0,0,0)",
            },
        };
        var figure = new Figure(traces, layout) { Width = 760, Height = 110 + (both ? 30 : 0) + (34 * labels.Count) };
        if (both)
            figure = figure.WithLegend(place: LegendPlace.Bottom);
        return title is null ? figure : figure.WithTitle(title);
    }

    /// <summary>When a model sees each sentence of its answer, against the annotation.</summary>
    /// <param name="answer">What the model says about the video.</param>
    /// <param name="truth">The annotated actions; those with other labels get rows below.</param>
    /// <param name="title">Plain text.</param>
    public static Figure Timeline(GroundedVideo answer, IEnumerable<ActionSegment>? truth = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        TimelineSpan[]? annotated = truth?.Select(TimelineSpan.Of).ToArray();
        IEnumerable<string> labels = answer.Sentences.Concat(annotated?.Select(s => s.Label) ?? []).Distinct(StringComparer.Ordinal);
        return Timeline(
            answer.Actions.Select(a => new TimelineSpan(answer.Sentences[a.Sentence], a.First, a.First + a.Count)), annotated, [.. labels],
            Math.Max(answer.Seconds, annotated?.Select(s => s.End).DefaultIfEmpty(0).Max() ?? 0), title);
    }

    /// <summary>The empty ground of every row.</summary>
    private static FigureTrace Track(int rows, double end) => new(new JsonObject
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["y"] = PlotlyValues.Array(Enumerable.Range(0, rows)),
        ["x"] = PlotlyValues.Array(Enumerable.Repeat(end, rows)),
        ["width"] = 0.84,
        ["showlegend"] = false,
        ["hoverinfo"] = "skip",
        ["opacity"] = 0.5,
    }, new object(), [new TraceSlot("marker.color", SlotKind.Quiet)]);

    private static FigureTrace Spans(TimelineSpan[] spans, Dictionary<string, int> rows, string name, double offset, double width) => new(new JsonObject
    {
        ["type"] = "bar",
        ["orientation"] = "h",
        ["y"] = PlotlyValues.Array(spans.Select(s => rows[s.Label])),
        ["x"] = PlotlyValues.Array(spans.Select(s => Math.Max(0, s.End - s.Start))),
        ["base"] = PlotlyValues.Array(spans.Select(s => s.Start)),
        ["offset"] = offset,
        ["width"] = width,
        ["name"] = name,
        ["hovertext"] = PlotlyValues.Array(spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Label}: {s.Start:0.#} to {s.End:0.#} s"))),
        ["hoverinfo"] = "text",
    }, new object(), [new TraceSlot("marker.color")]);
}
