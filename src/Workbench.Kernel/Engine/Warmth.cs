namespace Workbench.Kernel.Engine;

/// <summary>
/// Compiles a small cell in the background while the client is still connecting, so that the first real one finds the
/// compiler loaded and the framework's metadata read.
/// </summary>
internal static class Warmth
{
    private const string Code = "var x = new List<int> { 1, 2 }.Select(i => i * 2.5).Sum(); Console.WriteLine($\"{x}\"); display(x); await Task.Yield(); x";
    private static Task s_over = Task.CompletedTask;

    public static void Begin() => s_over = Task.Factory.StartNew(
        () =>
        {
            try
            {
                new SubmissionChain().Compile(Code, ErrorFormatter.PathOf(0), default);
            }
            catch (Exception)
            {
                // Only speed was meant.
            }
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits until it is over: two cold compilations at once take longer than one cold and one warm.</summary>
    public static void Wait() => s_over.Wait();
}
