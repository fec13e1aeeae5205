using System.Globalization;
using System.Text;
using Workbench.Torch.Interop;

namespace Workbench.Torch;

/// <summary>
/// Where the time of a piece of work goes, operator by operator: libtorch itself marks each operator that is called and each step of the
/// backward pass, on every thread. One profile at a time; marking costs about a microsecond a call.
/// </summary>
public static class OperatorProfile
{
    private const int FirstRoom = 1 << 16;

    /// <summary>True where the provider can take one.</summary>
    public static bool Exists => true;

    /// <summary>Does the work and gives what was called, the longest first.</summary>
    /// <exception cref="TorchException">Another profile is being taken.</exception>
    public static unsafe IReadOnlyList<OperatorTime> Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Failure.Check(Native.wb_profile_start(), "profile");
        byte[] text = new byte[FirstRoom];
        long needed = 0;
        try
        {
            work();
        }
        finally
        {
            needed = Stop(ref text);
        }

        return [.. Encoding.UTF8.GetString(text, 0, (int)needed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OrderByDescending(t => t.SelfMilliseconds)];
    }

    private static unsafe long Stop(ref byte[] text)
    {
        while (true)
        {
            long needed;
            fixed (byte* room = text)
                Failure.Check(Native.wb_profile_stop(room, text.Length, out needed), "profile");
            if (needed <= text.Length)
                return needed;
            text = new byte[needed];
        }
    }

    private static OperatorTime Read(string line)
    {
        string[] fields = line.Split('\t');
        return new OperatorTime(fields[0], Number(fields[1]), Number(fields[2]) / 1e6, Number(fields[3]) / 1e6);

        static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
    }
}
