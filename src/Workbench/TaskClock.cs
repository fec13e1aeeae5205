using System.Globalization;

namespace Workbench;

/// <summary>
/// How long one task of a long job has run and will still run, at the mean speed since its first report. The first
/// report sets the start, so that work resumed at 500 of 1000 is not thought to have done 500 in no time.
/// </summary>
public sealed class TaskClock(TimeProvider time, ProgressReport first)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Time since the first report.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>The time left; null while there is nothing to judge by.</summary>
    public TimeSpan? Remaining(ProgressReport now) =>
        now.Done <= first.Done || now.Total < now.Done ? null : Elapsed * ((now.Total - now.Done) / (double)(now.Done - first.Done));

    /// <summary>"0:07", "12:30", "3:05:00".</summary>
    public static string Format(TimeSpan span) =>
        span.ToString(span.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
