using TorchSharp;

namespace Workbench.Torch.Tests;

/// <summary>What the tests of a missing or wrong libtorch start as a process of its own: makes one tensor, says how it went.</summary>
internal static class Program
{
    public static int Main()
    {
        try
        {
            using torch.Tensor x = torch.ones(2);
            Console.WriteLine($"fine {x.sum().ToSingle()} on {TorchRuntime.Describe().Threads} threads");
            return 0;
        }
        catch (TorchUnavailableException e)
        {
            Console.WriteLine(e.Message);
            return TorchRuntime.IsAvailable || TorchRuntime.Describe().Problem is null ? 4 : 3;
        }
    }
}
