using System.CommandLine;
using System.Reflection;
using Workbench.Data;

namespace Workbench.Cli.Tests;

/// <summary>Every way a command can end, through the same entry as the real program's.</summary>
public class ShellTests
{
    private sealed record Ending(int Code, string Output, string Error);

    private static async Task<Ending> RunAsync(Func<CancellationToken, int> work, string[] args, CancellationToken cancellation = default)
    {
        Option<int> count = new("--count");
        Command command = new("work", "Works.") { count };
        command.SetAction((parsed, token) => Task.FromResult(work(token)));
        Command root = new("./workbench") { command, new System.CommandLine.Help.HelpOption() };
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(root, args, output, error, cancellation);
        return new Ending(code, output.ToString(), error.ToString());
    }

    private static Task<Ending> FailAsync(Exception e, params string[] args) =>
        RunAsync(_ => throw e, ["work", .. args]);

    [Fact]
    public async Task A_command_that_ends_well_gives_its_own_code_and_says_nothing() =>
        Assert.Equal(new Ending(0, "", ""), await RunAsync(_ => 0, ["work"]));

    [Fact]
    public async Task A_broken_file_is_one_line_with_path_and_place_and_no_stack()
    {
        Ending ending = await FailAsync(new DataFormatException("a.json", "entry 3", "x < width was expected"));
        Assert.Equal(new Ending(1, "", "workbench: a.json: entry 3: x < width was expected\n"), ending);
    }

    [Fact]
    public async Task A_wrong_argument_loses_the_name_of_our_parameter()
    {
        Ending ending = await FailAsync(new ArgumentOutOfRangeException("fps", "5 to 60 was expected, not 0"));
        Assert.Equal((1, "workbench: 5 to 60 was expected, not 0\n"), (ending.Code, ending.Error));
    }

    [Fact]
    public async Task A_missing_file_is_named_once()
    {
        Assert.Equal("workbench: v.mp4: no such video\n", (await FailAsync(new FileNotFoundException("no such video", "v.mp4"))).Error);
        Assert.Equal("workbench: Could not find file 'v.mp4'.\n", (await FailAsync(new FileNotFoundException("Could not find file 'v.mp4'.", "v.mp4"))).Error);
    }

    [Fact]
    public async Task Verbose_adds_the_stack_whether_before_or_after_the_command()
    {
        Ending after = await FailAsync(new IOException("disk full"), "--verbose");
        Assert.StartsWith("workbench: disk full\nSystem.IO.IOException: disk full\n   at ", after.Error, StringComparison.Ordinal);
        Ending before = await RunAsync(_ => throw new IOException("disk full"), ["--verbose", "work"]);
        Assert.Contains("   at ", before.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentNullException))]
    public async Task What_nobody_expects_is_shown_with_its_stack_and_called_a_bug(Type type)
    {
        Ending ending = await FailAsync((Exception)Activator.CreateInstance(type)!);
        Assert.Equal(1, ending.Code);
        Assert.Contains(type.FullName!, ending.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", ending.Error, StringComparison.Ordinal);
        Assert.Contains("a bug in the workbench", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_inside_wrappers_is_shown_as_itself()
    {
        Exception wrapped = new AggregateException(new TypeInitializationException("T", new TargetInvocationException(new IOException("disk full"))));
        Assert.Equal("workbench: disk full\n", (await FailAsync(wrapped)).Error);
    }

    [Fact]
    public async Task A_cancelled_command_ends_with_130() =>
        Assert.Equal(new Ending(130, "", "workbench: interrupted\n"), await FailAsync(new OperationCanceledException()));

    [Fact]
    public async Task The_token_reaches_the_command_and_what_breaks_after_it_is_no_error()
    {
        using CancellationTokenSource source = new();
        Ending ending = await RunAsync(
            token =>
            {
                source.Cancel();
                Assert.True(token.IsCancellationRequested);
                throw new IOException("ffmpeg was killed");
            },
            ["work"],
            source.Token);
        Assert.Equal(new Ending(130, "", "workbench: interrupted\n"), ending);
    }

    [Theory]
    [InlineData("wrok")]
    [InlineData("work", "--cuont", "1")]
    [InlineData("work", "--count", "many")]
    [InlineData("nonsense", "--help")]
    public async Task Wrong_usage_is_2_and_says_where_help_is(params string[] args)
    {
        Ending ending = await RunAsync(_ => 0, args);
        Assert.Equal((2, ""), (ending.Code, ending.Output));
        Assert.Contains("--help.", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_command_is_no_error()
    {
        Ending ending = await RunAsync(_ => 7, ["work", "--help"]);
        Assert.Equal((0, ""), (ending.Code, ending.Error));
        Assert.Contains("--count", ending.Output, StringComparison.Ordinal);
    }
}
