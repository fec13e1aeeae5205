using System.Text;
using Microsoft.DotNet.Interactive;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel;

/// <summary>
/// A progress bar in a notebook: <c>using var bar = NotebookProgress.Show("training")</c> inside a block, then hand
/// <c>bar</c> as the <see cref="IProgress{T}"/> and <see cref="Cancellation"/> as the token of a long call. The bar changes
/// in place and shows the time left while there is some; when a task ends the times go, so that stored outputs stay the
/// same from run to run.
/// </summary>
public sealed class NotebookProgress : IProgress<ProgressReport>, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private readonly CellContext _context;
    private readonly string _id = Guid.NewGuid().ToString("n"), _title;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<(TaskClock Clock, ProgressReport Report)> _tasks = [];
    private long _shownAt;
    private bool _isShown, _isStale;

    private NotebookProgress(CellContext context, string title, TimeProvider time) => (_context, _title, _time) = (context, title, time);

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken Cancellation => _context.Token;

    /// <summary>Shows an empty bar below the running cell.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static NotebookProgress Show(string title = "", TimeProvider? time = null)
    {
        NotebookProgress progress = new(CellContext.Require(), title, time ?? TimeProvider.System);
        lock (progress._lock)
            progress.Draw();
        return progress;
    }

    /// <inheritdoc/>
    public void Report(ProgressReport value)
    {
        lock (_lock)
        {
            int at = _tasks.FindIndex(t => t.Report.Task == value.Task);
            if (at < 0 || value.Done < _tasks[at].Report.Done)
            {
                if (at >= 0)
                    _tasks.RemoveAt(at);
                _tasks.Add((new TaskClock(_time, value), value));
            }
            else
            {
                _tasks[at] = (_tasks[at].Clock, value);
            }
            bool ended = value.Total > 0 && value.Done >= value.Total;
            _isStale = true;
            if (ended || _time.GetElapsedTime(_shownAt) >= s_pause)
                Draw();
        }
    }

    /// <summary>Shows the last state that was reported.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isStale)
                Draw();
        }
    }

    private void Draw()
    {
        MimeBundle bundle = MimeBundle.Of((MimeTypes.Html, Html()), (MimeTypes.Text, Text()));
        _context.Display(bundle, _id, update: _isShown);
        (_isShown, _isStale, _shownAt) = (true, false, _time.GetTimestamp());
    }

    private string Html()
    {
        StringBuilder html = new("<div style=\"font-family: monospace\">");
        if (_title.Length > 0)
            html.Append($"<b>{HtmlText.Encode(_title)}</b><br>");
        foreach ((TaskClock clock, ProgressReport report) in _tasks)
        {
            string bar = report.Total > 0 ? $"<progress max=\"{report.Total}\" value=\"{report.Done}\"></progress>" : "<progress></progress>";
            html.Append($"{bar} {HtmlText.Encode(Line(clock, report))}<br>");
        }
        return html.Append("</div>").ToString();
    }

    private string Text()
    {
        IEnumerable<string> lines = _tasks.Select(t => Line(t.Clock, t.Report));
        return string.Join('\n', _title.Length > 0 ? lines.Prepend(_title) : lines);
    }

    private static string Line(TaskClock clock, ProgressReport report)
    {
        string done = report.Total > 0 ? $"{100 * report.Done / report.Total}% ({report.Done}/{report.Total})" : $"{report.Done}";
        bool ended = report.Total > 0 && report.Done >= report.Total;
        string times = ended ? "" : $"  {TaskClock.Format(clock.Elapsed)}"
            + (clock.Remaining(report) is { } left ? $", {TaskClock.Format(left)} left" : "");
        return $"{report.Task}: {done}{times}{(report.Note is null ? "" : "  " + report.Note)}";
    }
}
