using Spectre.Console;
using Spectre.Console.Rendering;

namespace Workbench.Cli;

/// <summary>Progress for a terminal: one bar a task, with the time left and the task's last note beside it.</summary>
internal sealed class BarProgress(ProgressContext context, TimeProvider time) : IProgress<ProgressReport>
{
    private const string NoteKey = "note", LeftKey = "left";
    private readonly Dictionary<string, (ProgressTask Bar, TaskClock Clock)> _tasks = [];
    private readonly Lock _lock = new();

    /// <summary>The columns that show what this class keeps in each task.</summary>
    public static ProgressColumn[] Columns =>
        [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new StateColumn(LeftKey), new StateColumn(NoteKey)];

    public void Report(ProgressReport value)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(value.Task, out (ProgressTask Bar, TaskClock Clock) task) || value.Done < task.Bar.Value)
            {
                task.Bar?.StopTask();
                ProgressTask bar = context.AddTask(Markup.Escape(value.Task), maxValue: Math.Max(1, value.Total));
                bar.IsIndeterminate = value.Total <= 0;
                _tasks[value.Task] = task = (bar, new TaskClock(time, value));
            }
            if (value.Total > 0)
                (task.Bar.MaxValue, task.Bar.IsIndeterminate) = (value.Total, false);
            task.Bar.Value = value.Done;
            bool finished = value.Total > 0 && value.Done >= value.Total;
            string left = finished ? TaskClock.Format(task.Clock.Elapsed)
                : task.Clock.Remaining(value) is { } remaining ? $"{TaskClock.Format(remaining)} left" : "";
            task.Bar.State.Update<Words>(LeftKey, _ => new Words(left));
            task.Bar.State.Update<Words>(NoteKey, _ => new Words(value.Note));
        }
    }

    // Spectre keeps values only.
    private readonly record struct Words(string? Text);

    private sealed class StateColumn(string key) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.State.Get<Words>(key).Text ?? "", new Style(Color.Grey)) { Overflow = Overflow.Ellipsis };
    }
}
