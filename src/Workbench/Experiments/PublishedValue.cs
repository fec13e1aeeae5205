using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Experiments;

/// <summary>A number as printed: its value, how many digits follow the point, and the ± after it, where there is one.</summary>
public sealed partial record PublishedValue(string Printed, double Number, int Decimals, double? Spread)
{
    /// <summary>Reads "17.10" or "51.8 ± 2.9"; null where the text is neither.</summary>
    public static PublishedValue? TryParse(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var match = Form().Match(printed);
        if (!match.Success)
            return null;
        string number = match.Groups[1].Value, spread = match.Groups[2].Value;
        int point = number.IndexOf('.', StringComparison.Ordinal);
        return new(
            printed,
            double.Parse(number, CultureInfo.InvariantCulture),
            point < 0 ? 0 : number.Length - point - 1,
            spread.Length > 0 ? double.Parse(spread, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The printed text.</summary>
    public override string ToString() => Printed;

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?)(?: ± (\d+(?:\.\d+)?))?$")]
    private static partial Regex Form();
}
