namespace Workbench.Kernel.Engine;

/// <summary>
/// Compiles a small cell in the background while the client is still connecting, so that the first real one finds the
/// compiler loaded and the framework's metadata read.
/// </summary>
internal static class Warmth
{
    private const string Code = "var x = new List<int> { 1, 2 }.Select(i => i * 2.5).Sum(); Console.WriteLine($\"{x}\"); display(x); await Task.Yield(); x";

    private static volatile Task s_compiled = Task.CompletedTask;

    public static void Begin()
    {
        var compiled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        s_compiled = compiled.Task;
        new Thread(() =>
        {
            try
            {
                new SubmissionChain().Compile(Code, ErrorFormatter.PathOf(0), default);
            }
            catch (Exception)
            {
                // Only speed was meant.
            }
            finally
            {
                compiled.SetResult();
            }
        })
        { IsBackground = true, Name = "warmth" }.Start();
    }

    /// <summary>Returns when the cell is compiled, at once where none was begun.</summary>
    /// <param name="patience">The longest wait.</param>
    public static void Wait(TimeSpan patience) => s_compiled.Wait(patience);
}
