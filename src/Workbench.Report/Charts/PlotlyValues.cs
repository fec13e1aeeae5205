using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>Values as plotly.js wants them: plain arrays, numbers of six significant digits, null for what is not a number.</summary>
internal static class PlotlyValues
{
    public static JsonArray Array<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var array = new JsonArray();
        foreach (T value in values)
            array.Add(Node(value));
        return array;
    }

    /// <summary>Lengths of error bars. Where there is none stands a word: for null plotly.js draws the ends of a bar of length 0.</summary>
    public static JsonArray Errors<T>(IEnumerable<T> values)
    {
        JsonArray array = Array(values);
        for (int i = 0; i < array.Count; i++)
            array[i] ??= "none";
        return array;
    }

    /// <summary>Rows of a matrix, first row first.</summary>
    public static JsonArray Matrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var rows = new JsonArray();
        for (int r = 0; r < values.GetLength(0); r++)
        {
            var row = new JsonArray();
            for (int c = 0; c < values.GetLength(1); c++)
                row.Add(Number(values[r, c]));
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>One value. Integers are exact, other numbers rounded; texts are escaped; times are ISO 8601, durations seconds.</summary>
    /// <exception cref="ArgumentException">The type has no place on an axis.</exception>
    public static JsonNode? Node(object? value) => value switch
    {
        null => null,
        double number => Number(number),
        float number => Number(number),
        Half number => Number((double)number),
        decimal number => Number((double)number),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => JsonValue.Create(number),
        bool truth => JsonValue.Create(truth),
        string text => JsonValue.Create(PlotlyText.Escape(text)),
        Enum name => JsonValue.Create(name.ToString()),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Node(time.UtcDateTime),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeSpan duration => Number(duration.TotalSeconds),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be drawn; numbers, texts, dates and durations can.", nameof(value)),
    };

    /// <summary>A number rounded to six significant digits; null for NaN and the infinities, which JSON does not have.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Round(value)) : null;

    /// <summary>Six significant digits.</summary>
    public static double Round(double value)
    {
        double rounded = double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded == 0 ? 0 : rounded; // no minus zero
    }
}
