using System.Reflection;
using System.Text.Json.Nodes;
using Workbench.Report;
using Workbench.Report.Charts;
using Workbench.Report.Tables;
using Workbench.Report.Views;

namespace Workbench.Tests.Report.Display;

/// <summary>The convention of .NET Interactive, by names alone, as it finds it.</summary>
public class TypeFormatterSourceTests
{
    private static (string[] Preferred, Dictionary<string, object> Formatters) Declared(Type type)
    {
        object attribute = type.GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var formatters = (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
        return (preferred, formatters.ToDictionary(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!));
    }

    private static string? Format(object value, string mimeType)
    {
        object formatter = Declared(value.GetType()).Formatters[mimeType];
        using var text = new StringWriter();
        MethodInfo format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!;
        return (bool)format.Invoke(formatter, [value, text])! ? text.ToString() : null;
    }

    [Fact]
    public void A_figure_is_plotly_JSON_for_choice()
    {
        Figure figure = Chart.Line([1], [2]);
        Assert.Equal(["application/vnd.plotly.v1+json"], Declared(typeof(Figure)).Preferred);
        Assert.True(JsonNode.DeepEquals(figure.ToJson(), JsonNode.Parse(Format(figure, "application/vnd.plotly.v1+json")!)));
        Assert.Null(Format(figure, "text/html"));
        Assert.StartsWith("Figure", Format(figure, "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_declares_formatters_has_a_bundle_by_name_and_can_always_make_what_it_prefers()
    {
        object[] values =
        [
            Chart.Line([1], [2]), new ComparisonTable("n", "t", ["c"], [new("r", [new(1, [2])])], []), new ResultsTable("n", "t", ["c"], [new("r", [new(1, 2, 0, 1)])], []),
            new TensorView([1], TorchSharp.torch.ScalarType.Float32, "cpu", false, null, null), new ModelView("m", []), new RecipeDifference("r", "b", []),
        ];
        Type[] declared = [.. typeof(Figure).Assembly.GetTypes().Where(t => t.GetCustomAttributes(true).Any(a => a.GetType().Name == "TypeFormatterSourceAttribute"))];
        Assert.Equal(declared.OrderBy(t => t.Name), values.Select(v => v.GetType()).OrderBy(t => t.Name));
        foreach (object value in values)
        {
            Assert.All(Declared(value.GetType()).Preferred, mime => Assert.NotNull(Format(value, mime)));
            var bundle = (IReadOnlyDictionary<string, object>)value.GetType().GetMethod("ToMimeBundle", Type.EmptyTypes)!.Invoke(value, null)!;
            Assert.Contains("text/plain", bundle.Keys);
        }
    }
}
