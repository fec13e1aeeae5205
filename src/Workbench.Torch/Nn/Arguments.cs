namespace Workbench.Torch.Interop;

/// <summary>Turns C#'s ways of giving sizes into operator arguments.</summary>
internal static class Arguments
{
    /// <summary>One value, or none (libtorch then takes its default, such as stride = kernel).</summary>
    public static long[] List(long? value) => value is { } given ? [given] : [];

    /// <summary>One value for every dimension.</summary>
    public static long[] Repeat(long value, int dimensions)
    {
        var values = new long[dimensions];
        Array.Fill(values, value);
        return values;
    }

    /// <summary>One value for every dimension, or null.</summary>
    public static long[]? Repeat(long? value, int dimensions) =>
        value is { } given ? Repeat(given, dimensions) : null;

    /// <summary>Two values as a list.</summary>
    public static long[] List((long, long) values) => [values.Item1, values.Item2];

    /// <summary>Two values as a list, or null.</summary>
    public static long[]? List((long, long)? values) => values is { } given ? List(given) : null;

    /// <summary>Three values as a list.</summary>
    public static long[] List((long, long, long) values) => [values.Item1, values.Item2, values.Item3];

    /// <summary>Three values as a list, or null.</summary>
    public static long[]? List((long, long, long)? values) => values is { } given ? List(given) : null;
}
