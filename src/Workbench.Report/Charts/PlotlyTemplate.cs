using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>A theme as a template of plotly.js: what every figure starts from, so that figures themselves stay small.</summary>
internal static class PlotlyTemplate
{
    /// <summary>What is there on most machines, narrow and legible; the last is plotly.js's own way out.</summary>
    public const string Fonts = "\"Helvetica Neue\", Arial, \"Liberation Sans\", \"DejaVu Sans\", sans-serif";

    public static JsonObject Of(Theme theme, double fontSize) => new()
    {
        ["layout"] = new JsonObject
        {
            ["font"] = new JsonObject { ["family"] = Fonts, ["size"] = fontSize, ["color"] = theme.Ink },
            ["paper_bgcolor"] = theme.Paper,
            ["plot_bgcolor"] = theme.Paper,
            ["colorway"] = PlotlyValues.Array(theme.Colorway),
            ["margin"] = new JsonObject { ["l"] = Pixels(fontSize, 1), ["r"] = Pixels(fontSize, 1.2), ["t"] = Pixels(fontSize, 1.2), ["b"] = Pixels(fontSize, 1) },
            ["title"] = new JsonObject
            {
                ["x"] = 0,
                ["xref"] = "container",
                ["xanchor"] = "left",
                ["yref"] = "container",
                ["y"] = 1,
                ["yanchor"] = "top",
                ["pad"] = new JsonObject { ["l"] = Pixels(fontSize, 1), ["t"] = Pixels(fontSize, 0.8), ["b"] = Pixels(fontSize, 0.7) },
                ["font"] = new JsonObject { ["size"] = PlotlyValues.Round(fontSize * 1.2) },
            },
            ["legend"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)", ["borderwidth"] = 0, ["tracegroupgap"] = 0, ["font"] = new JsonObject { ["size"] = fontSize } },
            ["hovermode"] = "closest",
            ["hoverlabel"] = new JsonObject { ["font"] = new JsonObject { ["family"] = Fonts, ["size"] = fontSize } },
            ["xaxis"] = Axis(theme, fontSize),
            ["yaxis"] = Axis(theme, fontSize),
        },
        ["data"] = new JsonObject
        {
            ["bar"] = new JsonArray(new JsonObject { ["error_y"] = Error(theme), ["error_x"] = Error(theme), ["marker"] = new JsonObject { ["line"] = new JsonObject { ["width"] = 0 } } }),
            ["scatter"] = new JsonArray(new JsonObject { ["error_y"] = new JsonObject { ["width"] = 3, ["thickness"] = 1.2 }, ["marker"] = new JsonObject { ["size"] = Pixels(fontSize, 0.5) } }),
            ["heatmap"] = new JsonArray(new JsonObject { ["colorbar"] = Bar(theme, fontSize) }),
        },
    };

    private static JsonObject Axis(Theme theme, double fontSize) => new()
    {
        ["automargin"] = true,
        ["showline"] = true,
        ["linecolor"] = theme.Muted,
        ["linewidth"] = 1,
        ["ticks"] = "outside",
        ["ticklen"] = 4,
        ["tickcolor"] = theme.Muted,
        ["gridcolor"] = theme.Quiet,
        ["gridwidth"] = 1,
        ["zeroline"] = false,
        ["exponentformat"] = "power",
        ["title"] = new JsonObject { ["standoff"] = Pixels(fontSize, 0.6), ["font"] = new JsonObject { ["size"] = PlotlyValues.Round(fontSize * 1.05) } },
    };

    private static JsonObject Error(Theme theme) => new() { ["color"] = theme.Ink, ["thickness"] = 1.2, ["width"] = 4 };

    private static JsonObject Bar(Theme theme, double fontSize) => new()
    {
        ["outlinewidth"] = 0,
        ["thickness"] = Pixels(fontSize, 0.9),
        ["ticks"] = "outside",
        ["ticklen"] = 3,
        ["tickcolor"] = theme.Muted,
        ["exponentformat"] = "power",
        ["xpad"] = Pixels(fontSize, 0.7),
        ["title"] = new JsonObject { ["side"] = "right", ["font"] = new JsonObject { ["size"] = fontSize } },
    };

    private static int Pixels(double fontSize, double times) => (int)Math.Round(fontSize * times);
}
