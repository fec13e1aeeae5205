using Workbench.Cli.Doctor;

namespace Workbench.Cli.Tests.Doctor;

public class TorchChecksTests
{
    private static TorchFacts Facts(string? version = "1.13.1", string? problem = null, int cudaDevices = 0, string cuda = "no") =>
        new(version, problem, 2, cudaDevices, new Dictionary<string, string> { ["found_by"] = "the system", ["lib"] = "/usr/lib", ["cuda"] = cuda });

    [Fact]
    public void A_libtorch_that_answers_is_named_with_version_and_place() =>
        Assert.Equal("1.13.1, found by the system (/usr/lib)", Assert.Single(TorchChecks.Read(Facts()), c => c.Name == "libtorch").Found);

    [Fact]
    public void An_absent_libtorch_is_one_missing_check_with_its_reason_and_a_way_out()
    {
        Check check = Assert.Single(TorchChecks.Read(Facts(version: null, problem: "no libtorch on this machine")));
        Assert.Equal((CheckState.Missing, "no libtorch on this machine"), (check.State, check.Found));
        Assert.StartsWith("./workbench setup", check.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "yes", true, "Good", "1 device answers")]
    [InlineData(0, "no", false, "Optional", "no NVIDIA driver here")]
    [InlineData(0, "no", true, "Warning", "built without CUDA")]
    [InlineData(0, "yes", false, "Optional", "no NVIDIA driver is loaded")]
    [InlineData(0, "yes", true, "Warning", "no device answers")]
    public void CUDA_answers_or_says_why_not(int devices, string cuda, bool driver, string state, string words)
    {
        Check check = TorchChecks.Cuda(Facts(cudaDevices: devices, cuda: cuda), driver);
        Assert.Equal(state, check.State.ToString());
        Assert.Contains(words, check.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_threads_than_cores_is_a_warning()
    {
        Assert.Equal(CheckState.Warning, TorchChecks.Threads(1, 2).State);
        Assert.Equal(CheckState.Good, TorchChecks.Threads(2, 2).State);
    }

    [Fact]
    public void The_real_libtorch_answers_or_gives_a_reason()
    {
        TorchFacts facts = TorchFacts.Read();
        Assert.True(facts.Version is null ? facts.Problem is { Length: > 0 } : facts.Threads > 0, facts.ToString());
    }

    [Fact]
    public void The_file_beside_the_shim_may_be_absent()
    {
        Assert.Empty(TorchFacts.ReadBuild("/nowhere/at/all"));
    }
}
