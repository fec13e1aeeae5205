namespace Workbench.Cli.Tests;

/// <summary>Time that passes only when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
}
