using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Report.Charts;
using Workbench.Report.Display;

namespace Workbench.Report.Rendering;

/// <summary>A figure as a web page.</summary>
internal static class FigurePage
{
    /// <summary>The page. plotly.js is written into it where it is installed (4.6 MB, works offline), else named at its makers' address.</summary>
    public static string Html(Figure figure)
    {
        JsonObject json = figure.ToJson();
        string library = PlotlyScript.Find() is { } file
            ? $"<script>{File.ReadAllText(file).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>"
            : $"<script src=\"https://cdn.plot.ly/plotly-{PlotlyScript.CdnVersion}.min.js\" charset=\"utf-8\"></script>";
        string paper = (string?)json["layout"]?["template"]?["layout"]?["paper_bgcolor"] ?? "#ffffff";
        string title = HtmlText.Escape(figure.Title.Length > 0 ? figure.Title : "Figure");
        // The default options write <, > and & as \u003C and the like, so that no text of the figure can end the script.
        string text = json.ToJsonString(JsonSerializerOptions.Default);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{title}</title><style>body {"{"} margin: 0; background: {paper}; {"}"}</style>{library}</head>
            <body><div id="figure"></div><script>Plotly.newPlot("figure", {text});</script></body>
            </html>

            """;
    }
}
