namespace Workbench.Cli;

/// <summary>
/// Progress for logs: a line when a task starts to show, then one for every tenth of it or every 15 s, whichever comes
/// first, and one at its end. A task of unknown length (total 0) speaks every 15 s.
/// </summary>
internal sealed class PlainProgress(TextWriter writer, TimeProvider time) : IProgress<ProgressReport>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, State> _tasks = [];
    private readonly Lock _lock = new();

    public void Report(ProgressReport value)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(value.Task, out State? state) || value.Done < state.Last)
                _tasks[value.Task] = state = new State(new TaskClock(time, value));
            state.Last = value.Done;
            TimeSpan now = state.Clock.Elapsed;
            long tenth = value.Total > 0 ? 10 * value.Done / value.Total : -1;
            bool finished = value.Total > 0 && value.Done >= value.Total;
            bool due = tenth > state.Tenth || now - state.Spoken >= Pause;
            if (!due || state.Finished)
                return;
            (state.Tenth, state.Spoken, state.Finished) = (Math.Max(tenth, state.Tenth), now, finished);
            writer.WriteLine(Line(value, state.Clock, finished));
        }
    }

    private static string Line(ProgressReport report, TaskClock clock, bool finished)
    {
        string done = report.Total > 0 ? $"{100 * report.Done / report.Total,3}% ({report.Done}/{report.Total})" : $"{report.Done}";
        string left = clock.Remaining(report) is { } remaining && !finished ? $", {TaskClock.Format(remaining)} left" : "";
        string note = report.Note is null ? "" : $"  {report.Note}";
        return $"{report.Task}: {done}  {TaskClock.Format(clock.Elapsed)}{left}{note}";
    }

    private sealed class State(TaskClock clock)
    {
        public TaskClock Clock { get; } = clock;
        public long Last { get; set; }
        public long Tenth { get; set; } = -1;
        public TimeSpan Spoken { get; set; }
        public bool Finished { get; set; }
    }
}
