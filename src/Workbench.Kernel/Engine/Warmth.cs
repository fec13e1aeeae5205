namespace Workbench.Kernel.Engine;

/// <summary>
/// Compiles a small cell in the background while the client is still connecting, so that the first real one finds the
/// compiler loaded and the framework's metadata read.
/// </summary>
internal static class Warmth
{
    private const string Code = "var x = new List<int> { 1, 2 }.Select(i => i * 2.5).Sum(); Console.WriteLine($\"{x}\"); display(x); await Task.Yield(); x";

    private static volatile Thread? s_compiling;

    public static void Begin()
    {
        var compiling = new Thread(() =>
        {
            try
            {
                new SubmissionChain().Compile(Code, ErrorFormatter.PathOf(0), default);
            }
            catch (Exception)
            {
                // Only speed was meant.
            }
        })
        { IsBackground = true, Name = "warmth" };
        compiling.Start();
        s_compiling = compiling;
    }

    /// <summary>Returns when the cell is compiled, at once where none was begun.</summary>
    /// <param name="patience">The longest wait.</param>
    public static void Wait(TimeSpan patience) => s_compiling?.Join(patience);
}
