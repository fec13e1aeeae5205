using TorchSharp;

namespace Workbench.Experiments;

/// <summary>libtorch's number of threads, for as long as it is not disposed; then what it was before.</summary>
internal sealed class ThreadScope : IDisposable
{
    private readonly int _before = torch.get_num_threads();

    /// <param name="threads">Null changes nothing.</param>
    public ThreadScope(int? threads)
    {
        if (threads is { } count)
            torch.set_num_threads(count);
    }

    public void Dispose()
    {
        if (torch.get_num_threads() != _before)
            torch.set_num_threads(_before);
    }
}
