using System.Diagnostics;

namespace Workbench.Data;

/// <summary>
/// The right to change a feature store, held by one writer of one process at a time and only for one change. The system takes it back from
/// a process that dies. It is a lock on the file <c>writer.lock</c> in the store's folder.
/// </summary>
internal static class FeatureStoreLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits for the lock; disposing the result lets the next writer in.</summary>
    /// <exception cref="IOException">Others have held it for longer than <paramref name="patience"/>.</exception>
    public static IDisposable Take(string folder, TimeSpan patience)
    {
        var path = Path.Combine(folder, "writer.lock");
        for (long begun = Stopwatch.GetTimestamp(); ; Thread.Sleep(s_pause))
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (Stopwatch.GetElapsedTime(begun) >= patience)
                    throw new IOException($"{path}: other writers have held it for {patience.TotalSeconds:0.#} s.", error);
            }
    }
}
