using Workbench.Cli.Testing;
using Workbench.Data;

namespace Workbench.Cli.Tests.Testing;

public sealed class TestReportTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private TestReport Read(string results)
    {
        File.WriteAllText(_path, $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results></TestRun>""");
        return TestReport.Read(_path);
    }

    [Fact]
    public void Outcomes_are_counted_and_failures_keep_their_words()
    {
        TestReport report = Read("""
            <UnitTestResult testName="A" outcome="Passed" duration="00:00:01.5" />
            <UnitTestResult testName="B" outcome="Failed" duration="00:00:00.1"><Output><ErrorInfo><Message>1 &lt; 2</Message><StackTrace>at X</StackTrace></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testName="C" outcome="NotExecuted"><Output><ErrorInfo><Message>no data</Message></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testName="D" outcome="NotExecuted"><Output><StdOut>no data</StdOut></Output></UnitTestResult>
            <UnitTestResult testName="E" outcome="NotExecuted" />
            """);
        Assert.Equal((1, 3), (report.Passed, report.SkippedCount));
        Assert.Equal(new TestFailure("B", "1 < 2", "at X"), Assert.Single(report.Failures));
        Assert.Equal(["C", "D"], report.Skipped["no data"]);
        Assert.Equal(["E"], report.Skipped["no reason given"]);
        Assert.Equal(("A", TimeSpan.FromSeconds(1.5)), report.Slowest[0]);
    }

    [Fact]
    public void An_outcome_we_do_not_know_is_not_passed_over()
    {
        var error = Assert.Throws<DataFormatException>(() => Read("""<UnitTestResult testName="A" outcome="Aborted" />"""));
        Assert.Contains("Aborted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_named_with_its_line()
    {
        File.WriteAllText(_path, "<TestRun>\n<Results>");
        var error = Assert.Throws<DataFormatException>(() => TestReport.Read(_path));
        Assert.Equal((_path, "line 2"), (error.Path, error.Place));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Sinkhorn", "FullyQualifiedName~Sinkhorn")]
    [InlineData("Category=slow", "Category=slow")]
    [InlineData("A|B", "A|B")]
    public void A_plain_word_chooses_by_name(string? words, string? filter) => Assert.Equal(filter, TestRunner.FilterOf(words));

    [Fact]
    public async Task A_test_process_that_cannot_run_counts_as_a_failure()
    {
        string folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;
        try
        {
            TestReport report = await TestRunner.RunAsync(Path.Combine(folder, "Absent.Tests.dll"), null, [], folder, CancellationToken.None);
            Assert.StartsWith("Absent.Tests (the test process ended with code 1", Assert.Single(report.Failures).Name, StringComparison.Ordinal);
            Assert.Contains("Absent.Tests.dll", report.Failures[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
