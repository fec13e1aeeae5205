using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workbench.Report.Display;
using Workbench.Training;

namespace Workbench.Report.Views;

/// <summary>What a recipe, or any record of settings, changes of its base.</summary>
/// <param name="Name">Of the recipe.</param>
/// <param name="Base">What it is compared with.</param>
/// <param name="Changes">In the order of the record's members.</param>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed record RecipeDifference(string Name, string Base, IReadOnlyList<ChangedSetting> Changes) : IMimeView
{
    private static readonly string[] s_mimeTypes = [MimeBundle.Html, MimeBundle.Plain];
    private static readonly JsonSerializerOptions s_format = new() { Converters = { new JsonStringEnumConverter() }, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    /// <summary>A recipe against the preset of its fidelity.</summary>
    public static RecipeDifference Of(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return Of(recipe, Recipe.For(recipe.Fidelity), recipe.Name, $"Recipe.For(Fidelity.{recipe.Fidelity})");
    }

    /// <summary>Any two records of the same type, for example a recipe and the row of a table it varies.</summary>
    public static RecipeDifference Of<T>(T settings, T basis, string? name = null, string? basisName = null)
        where T : notnull
    {
        var changes = new List<ChangedSetting>();
        Compare("", JsonSerializer.SerializeToNode(basis, s_format), JsonSerializer.SerializeToNode(settings, s_format), changes);
        return new RecipeDifference(name ?? (settings as Recipe)?.Name ?? typeof(T).Name, basisName ?? (basis as Recipe)?.Name ?? "its base", changes);
    }

    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => mimeType switch { MimeBundle.Html => Html(), MimeBundle.Plain => ToString(), _ => null };

    public override string ToString()
    {
        if (Changes.Count == 0)
            return $"{Name}: nothing differs from {Base}";
        int width = Changes.Max(c => c.Name.Length);
        return $"{Name}, what differs from {Base}:\n{string.Join('\n', Changes.Select(c => $"  {c.Name.PadRight(width)}  {c.Base} → {c.Here}"))}";
    }

    private string Html()
    {
        string head = $"<b>{HtmlText.Escape(Name)}</b>: ";
        if (Changes.Count == 0)
            return $"<div>{head}nothing differs from {HtmlText.Escape(Base)}</div>";
        const string cell = "padding:1px 14px 1px 0;text-align:left";
        var html = new StringBuilder($"<div>{head}what differs from {HtmlText.Escape(Base)}</div><table style=\"border-collapse:collapse\"><thead><tr>");
        foreach (string title in new[] { "setting", "base", "here" })
            html.Append($"<th style=\"{cell};border-bottom:1px solid rgba(128,128,128,.5)\">{title}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (ChangedSetting change in Changes)
            html.Append($"<tr><td style=\"{cell}\"><code>{HtmlText.Escape(change.Name)}</code></td><td style=\"{cell};opacity:.7\">{HtmlText.Escape(change.Base)}</td><td style=\"{cell}\"><b>{HtmlText.Escape(change.Here)}</b></td></tr>");
        return html.Append("</tbody></table>").ToString();
    }

    private static void Compare(string path, JsonNode? basis, JsonNode? here, List<ChangedSetting> changes)
    {
        if (basis is JsonObject before && here is JsonObject after)
        {
            foreach (string name in before.Select(m => m.Key).Union(after.Select(m => m.Key)))
                Compare(path.Length == 0 ? name : $"{path}.{name}", before[name], after[name], changes);
        }
        else if (!JsonNode.DeepEquals(basis, here))
        {
            changes.Add(new ChangedSetting(path, Text(basis), Text(here)));
        }
    }

    private static string Text(JsonNode? value) => value switch { null => "none", JsonValue text when text.TryGetValue(out string? plain) => plain, _ => value.ToJsonString() };
}
