using Workbench.Cli.Doctor;
using Workbench.Torch;

namespace Workbench.Cli.Tests.Doctor;

public class TorchChecksTests
{
    private static TorchDescription Torch(string? problem = null, int cudaDevices = 0, bool cuda = false) =>
        new("libtorch", problem is null, problem, "1.13.1", "/usr/lib", "the system", "AVX2", 2, 2, "generic", cuda, cudaDevices, 0);

    [Fact]
    public void A_libtorch_that_answers_is_named_with_version_and_place() =>
        Assert.Equal("1.13.1, AVX2, from the system (/usr/lib)", Assert.Single(TorchChecks.Read(Torch()), c => c.Name == "libtorch").Found);

    [Fact]
    public void An_absent_libtorch_is_one_missing_check_with_its_reason_and_a_way_out()
    {
        Check check = Assert.Single(TorchChecks.Read(Torch(problem: "no libtorch on this machine")));
        Assert.Equal((CheckState.Missing, "no libtorch on this machine"), (check.State, check.Found));
        Assert.StartsWith("./workbench setup", check.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true, true, "Good", "1 device answers")]
    [InlineData(0, false, false, "Optional", "no NVIDIA driver here")]
    [InlineData(0, false, true, "Warning", "built without CUDA")]
    [InlineData(0, true, false, "Optional", "no NVIDIA driver is loaded")]
    [InlineData(0, true, true, "Warning", "no device answers")]
    public void CUDA_answers_or_says_why_not(int devices, bool cuda, bool driver, string state, string words)
    {
        Check check = TorchChecks.Cuda(Torch(cudaDevices: devices, cuda: cuda), driver);
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
        TorchDescription torch = TorchRuntime.Describe();
        Assert.True(torch.Available ? torch.Threads > 0 : torch.Problem is { Length: > 0 }, torch.ToString());
        Assert.Equal(torch.Available, TorchChecks.Summary(torch) is not null);
    }
}
