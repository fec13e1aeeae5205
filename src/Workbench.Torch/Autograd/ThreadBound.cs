namespace TorchSharp;

/// <summary>For what libtorch keeps by thread.</summary>
internal static class ThreadBound
{
    /// <exception cref="InvalidOperationException">The current thread is not that one.</exception>
    public static void Demand(int thread, string what)
    {
        if (thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException(
                $"{what} was set on thread {thread} and is disposed on thread {Environment.CurrentManagedThreadId}: libtorch " +
                "keeps it by thread. Do not await between opening and disposing it.");
    }
}
