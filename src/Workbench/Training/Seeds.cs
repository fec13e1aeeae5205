namespace Workbench.Training;

/// <summary>One independent generator for each place that draws, so that any step can be drawn again after a restart.</summary>
public static class Seeds
{
    /// <summary>SplitMix64 over the parts; the same on every platform.</summary>
    public static int Combine(params ReadOnlySpan<long> parts)
    {
        ulong state = 0x9E3779B97F4A7C15;
        foreach (long part in parts)
        {
            state += unchecked((ulong)part * 0xBF58476D1CE4E5B9) + 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            state ^= state >> 31;
        }
        return (int)(state & 0x7FFFFFFF);
    }

    public static Random Generator(params ReadOnlySpan<long> parts) => new(Combine(parts));
}
