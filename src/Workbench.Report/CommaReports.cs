using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Comma;
using Workbench.Experiments.Tables;

namespace Workbench.Report;

/// <summary>Tables and figure of a <see cref="CommaReproduction"/>.</summary>
public static class CommaReports
{
    /// <summary>Runs what the table needs and was not run yet, and puts it beside the published one.</summary>
    /// <param name="reproduction">Data and methods.</param>
    /// <param name="number">One of <see cref="CommaTables.Numbers"/>.</param>
    /// <param name="progress">Told what runs.</param>
    /// <param name="cancellation">What was trained so far is kept in checkpoints.</param>
    public static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(
        this CommaReproduction reproduction, string number, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        CommaTable table = CommaTables.Make(number, reproduction.Methods);
        return PaperTableReport.Compare(table.Table, reproduction.Run(table, progress, cancellation), reproduction.Published, reproduction.NameOf(number), reproduction.Inputs.Name);
    }

    /// <summary>
    /// Figure 3: frames of test segments with the whole method's heat, a circle at the centre prior, a cross at the arg-max, the true box. The segments are those of the first videos, taken before
    /// anything is measured on them, hits and misses alike.
    /// </summary>
    /// <param name="reproduction">Data and methods.</param>
    /// <param name="segments">Rows.</param>
    /// <param name="frames">Frames a row, spread evenly over the segment's annotated seconds.</param>
    /// <param name="progress">Told what is trained, where that was not done yet.</param>
    /// <param name="cancellation">Stops between two segments.</param>
    public static IReadOnlyList<LocalisationRow> Figure3(this CommaReproduction reproduction, int segments = 4, int frames = 4, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        var rows = new List<LocalisationRow>();
        foreach (GroundingVideo video in reproduction.Inputs.Spatial.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Count == segments || video.Actions.FirstOrDefault(a => ValidFrames.Enumerate(video, a).Count() >= frames) is not { } action || !reproduction.Inputs.Files.TryGetValue(video.Id, out string? file))
                continue;
            ValidFrame[] annotated = [.. ValidFrames.Enumerate(video, action)];
            var heat = reproduction.Heat(reproduction.Methods.Comma, video, action, progress, cancellation);
            ValidFrame[] shown = [.. Enumerable.Range(0, frames).Select(i => annotated[i * (annotated.Length - 1) / Math.Max(1, frames - 1)]).Where(f => heat.ContainsKey(f.Second))];
            rows.Add(new LocalisationRow(action.Label, [.. shown.Select(f => new LocalisationFrame(Picture(file, f, reproduction.Inputs.Spatial.SecondOfFirstFrame, cancellation), heat[f.Second], f.Box))]));
        }

        return rows;
    }

    private static Frame Picture(string file, ValidFrame frame, int secondOfFirstFrame, CancellationToken cancellation) => FrameReader.Read(
        file, new FrameOptions { Start = Math.Max(0, frame.Second - secondOfFirstFrame), Duration = 1, Width = frame.Video.Width, Height = frame.Video.Height }, cancellation).First();
}
