namespace Workbench.Cli.Tests;

public sealed class PlainProgressTests : IDisposable
{
    private readonly StringWriter _writer = new();
    private readonly ManualTime _time = new();

    private string[] Lines => _writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void A_thousand_quick_steps_are_eleven_lines()
    {
        PlainProgress progress = new(_writer, _time);
        for (int i = 0; i <= 1000; i++)
        {
            progress.Report(new ProgressReport("training", i, 1000));
            _time.Pass(0.01);
        }
        Assert.Equal(11, Lines.Length);
        Assert.StartsWith("training:   0% (0/1000)", Lines[0], StringComparison.Ordinal);
        Assert.Equal("training: 100% (1000/1000)  0:10", Lines[^1]);
    }

    [Fact]
    public void A_slow_task_speaks_every_fifteen_seconds()
    {
        PlainProgress progress = new(_writer, _time);
        for (int i = 0; i < 9; i++)
        {
            progress.Report(new ProgressReport("features", i, 1000));
            _time.Pass(5);
        }
        Assert.Equal(["features:   0% (0/1000)  0:00", "features:   0% (3/1000)  0:15, 1:23:05 left", "features:   0% (6/1000)  0:30, 1:22:50 left"], Lines);
    }

    [Fact]
    public void The_note_stands_at_the_end()
    {
        new PlainProgress(_writer, _time).Report(new ProgressReport("training", 5, 10, "loss 3.21"));
        Assert.Equal("training:  50% (5/10)  0:00  loss 3.21", Assert.Single(Lines));
    }

    [Fact]
    public void The_time_left_of_resumed_work_is_judged_by_this_run_alone()
    {
        PlainProgress progress = new(_writer, _time);
        progress.Report(new ProgressReport("training", 500, 1000));
        _time.Pass(60);
        progress.Report(new ProgressReport("training", 600, 1000));
        Assert.Equal("training:  60% (600/1000)  1:00, 4:00 left", Lines[^1]);
    }

    [Fact]
    public void A_task_of_unknown_length_counts()
    {
        PlainProgress progress = new(_writer, _time);
        progress.Report(new ProgressReport("frames", 1, 0));
        _time.Pass(20);
        progress.Report(new ProgressReport("frames", 400, 0));
        Assert.Equal("frames: 400  0:20", Assert.Single(Lines));
    }

    [Fact]
    public void Two_tasks_do_not_mix_and_one_that_starts_again_is_told_again()
    {
        PlainProgress progress = new(_writer, _time);
        progress.Report(new ProgressReport("a", 0, 2));
        progress.Report(new ProgressReport("b", 0, 2));
        progress.Report(new ProgressReport("a", 2, 2));
        progress.Report(new ProgressReport("a", 2, 2));
        progress.Report(new ProgressReport("a", 0, 2));
        Assert.Equal(["a", "b", "a", "a"], Lines.Select(l => l[..1]));
    }

    [Fact]
    public async Task The_work_gets_a_progress_and_its_result_comes_back()
    {
        Assert.Equal(42, ConsoleProgress.Run(progress =>
        {
            progress.Report(new ProgressReport("work", 0, 0));
            return 42;
        }));
        Assert.Equal(42, await ConsoleProgress.RunAsync(_ => Task.FromResult(42)));
    }
}
