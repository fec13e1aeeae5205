using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Kernel.Notebooks;

/// <summary>Texts that say the same: equal but for numbers, and those within a tolerance.</summary>
internal static partial class NumericText
{
    /// <summary>Null when they agree, else what differs first.</summary>
    public static string? Difference(string stored, string found, double tolerance)
    {
        if (stored == found)
            return null;
        string[] before = stored.TrimEnd().Split('\n'), after = found.TrimEnd().Split('\n');
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            if (i >= before.Length)
                return $"line {i + 1} is new: {Short(after[i])}";
            if (i >= after.Length)
                return $"line {i + 1} is missing: {Short(before[i])}";
            if (!SameLine(before[i].TrimEnd(), after[i].TrimEnd(), tolerance))
                return $"line {i + 1}: stored {Short(before[i])}, now {Short(after[i])}";
        }
        return null;
    }

    /// <summary>|a - b| ≤ tolerance · max(|a|, |b|), or both not a number, or both the same infinity.</summary>
    public static bool Close(double a, double b, double tolerance) =>
        a.Equals(b) || Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)) || Math.Max(Math.Abs(a), Math.Abs(b)) < 1e-9;

    private static bool SameLine(string a, string b, double tolerance)
    {
        if (a == b)
            return true;
        MatchCollection left = Number().Matches(a), right = Number().Matches(b);
        if (left.Count != right.Count || Number().Replace(a, "#") != Number().Replace(b, "#"))
            return Padded().Replace(a, " ") is var x && Padded().Replace(b, " ") is var y && (x != a || y != b) && SameLine(x, y, tolerance);
        for (int i = 0; i < left.Count; i++)
        {
            if (!SameNumber(left[i].Value, right[i].Value, tolerance))
                return false;
        }
        return true;
    }

    private static bool SameNumber(string a, string b, double tolerance)
    {
        if (a == b)
            return true;
        bool whole = !a.AsSpan().ContainsAny(".eE") && !b.AsSpan().ContainsAny(".eE");
        if (whole)
            return false;
        double x = double.Parse(a, CultureInfo.InvariantCulture), y = double.Parse(b, CultureInfo.InvariantCulture);
        // Two numbers that agree may be rounded to different last digits; of a number with few digits that says nothing.
        double step = Math.Max(Step(a), Step(b));
        bool rounded = Math.Abs(x - y) <= step * 1.001 && step <= 10 * tolerance * Math.Max(Math.Abs(x), Math.Abs(y));
        return rounded || Close(x, y, tolerance);
    }

    /// <summary>The weight of the last printed digit.</summary>
    private static double Step(string number)
    {
        if (number.AsSpan().ContainsAny("eE"))
            return 0;
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : Math.Pow(10, -(number.Length - point - 1));
    }

    private static string Short(string text) => text.Length <= 120 ? $"\"{text}\"" : $"\"{text[..117]}…\"";

    [GeneratedRegex(@"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])")]
    private static partial Regex Number();

    [GeneratedRegex(@" {2,}|-{3,}")]
    private static partial Regex Padded();
}
