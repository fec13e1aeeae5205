using System.Globalization;
using Workbench.Report.Charts;

namespace Workbench.Tests.Report.Charts;

public class PlotlyValuesTests
{
    [Theory]
    [InlineData(double.NaN, "null")]
    [InlineData(double.PositiveInfinity, "null")]
    [InlineData(double.NegativeInfinity, "null")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-0.0, "0")]
    [InlineData(1234567.0, "1234570")]
    [InlineData(1.0 / 3, "0.333333")]
    [InlineData(1e-30, "1E-30")]
    public void Numbers_have_six_significant_digits_and_what_is_none_is_null(double value, string json) =>
        Assert.Equal(json, PlotlyValues.Number(value)?.ToJsonString() ?? "null");

    [Fact]
    public void Integers_are_exact_and_other_values_have_a_form_of_their_own()
    {
        object?[] values = [123456789012L, 7, 1.5f, (Half)0.5, null, "a<b", true, new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc), new DateOnly(2024, 2, 3), TimeSpan.FromMinutes(1), AxisType.Log, float.NaN];
        Assert.Equal(
            "[123456789012,7,1.5,0.5,null,\"a&lt;b\",true,\"2024-02-03 04:05:06.000\",\"2024-02-03\",60,\"Log\",null]",
            PlotlyValues.Array(values).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("a <b> & c", "a &lt;b&gt; &amp; c")]
    [InlineData("two\r\nlines", "two<br>lines")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("plain ± §", "plain ± §")]
    public void Texts_are_plain_whatever_is_in_them_and_can_be_read_back(string text, string escaped)
    {
        Assert.Equal(escaped, PlotlyText.Escape(text));
        Assert.Equal(text.ReplaceLineEndings("\n"), PlotlyText.Unescape(escaped));
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 3, "one|two|three")]
    [InlineData("incomprehensible", 5, "incomprehensible")]
    [InlineData("a\nb c", 9, "a|b c")]
    [InlineData("", 5, "")]
    public void Lines_are_broken_at_blanks(string text, int most, string lines) => Assert.Equal(lines.Replace('|', '\n'), PlotlyText.Wrap(text, most));

    public static TheoryData<string> Scales => ["Cividis", "Viridis", "Inferno", "Blues", "Greys"];

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_scale_from_small_to_large_never_turns_back_in_lightness(string name)
    {
        var scale = (ColorScale)typeof(ColorScale).GetProperty(name)!.GetValue(null)!;
        double[] lightness = [.. Enumerable.Range(0, 33).Select(i => Lightness(scale.At(i / 32.0)))];
        int direction = Math.Sign(lightness[^1] - lightness[0]);
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(direction * (pair.Second - pair.First) > 0, $"{pair}"));
        Assert.Equal(scale.Colors[0], scale.Reversed().At(1));
    }

    [Fact]
    public void A_scale_is_mixed_between_its_colours_and_ends_at_its_ends()
    {
        Assert.Equal("#808080", new ColorScale("", ["#000000", "#ffffff"]).At(0.5));
        Assert.Equal("#000000", ColorScale.Greys.At(7));
        Assert.Equal("[[0,\"#000000\"],[1,\"#ffffff\"]]", new ColorScale("", ["#000000", "#ffffff"]).ToJson().ToJsonString());
        Assert.Throws<ArgumentException>(() => ColorText.Parse("red"));
    }

    private static double Lightness(string color)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
