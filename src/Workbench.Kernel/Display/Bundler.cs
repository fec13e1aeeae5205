using Microsoft.DotNet.Interactive.Formatting;

namespace Workbench.Kernel.Display;

/// <summary>
/// Values to bundles. In this order: what the user registered for the type, the type's own <c>ToMimeBundle()</c>, a
/// formatter that a library declares by the convention of .NET Interactive, a library's <c>NotebookFormatters</c>, and
/// last tables for sequences of records and text for everything.
/// </summary>
internal static class Bundler
{
    /// <summary>The bundle of a value; with MIME types given, only those.</summary>
    public static MimeBundle Of(object? value, params IReadOnlyList<string> mimeTypes)
    {
        IReadOnlyList<string> wanted = mimeTypes.Count > 0 || value is null ? mimeTypes : Formatter.PreferredOf(value.GetType());
        if (wanted.Count == 0)
            return Natural(value);
        MimeBundle? natural = null;
        List<(string, object)> contents = [];
        foreach (string mimeType in wanted)
        {
            if (value is not null && Formatter.TryFormat(value, mimeType) is { } registered)
                contents.Add((mimeType, registered));
            else if ((natural ??= Natural(value)).Data.TryGetValue(mimeType, out var node))
                contents.Add((mimeType, (object?)node ?? ""));
            else
                contents.Add((mimeType, Asked(value, mimeType)));
        }
        return MimeBundle.Of(contents);
    }

    /// <summary>The bundle that a type makes of itself, or that fits its shape.</summary>
    private static MimeBundle Natural(object? value)
    {
        if (value is null)
            return MimeBundle.Text("<null>");
        MimeBundle bundle = value is string || value.GetType().IsPrimitive ? MimeBundle.Text(PlainText.Of(value)) : Conventions.FromMethod(value) ?? Conventions.FromTypeFormatterSource(value)
            ?? LibraryFormatters.Bundle(value) ?? Shape(value);
        List<(string, object)> registered = [.. Formatter.RegisteredFor(value)];
        return registered.Count == 0 ? bundle : Merge(bundle, registered, Conventions.IsDeclaredBy(value));
    }

    /// <summary>What the user registered replaces the same type of the bundle, or, where the bundle is only a guess, all but the text.</summary>
    private static MimeBundle Merge(MimeBundle bundle, List<(string MimeType, object Content)> registered, bool declared)
    {
        IEnumerable<(string, object)> kept = bundle.Data
            .Where(d => d.Value is not null && (declared || d.Key == MimeTypes.Text) && registered.All(r => r.MimeType != d.Key))
            .Select(d => (d.Key, (object)d.Value!));
        return MimeBundle.Of(registered.Concat(kept));
    }

    private static MimeBundle Shape(object value)
    {
        if (value is Microsoft.AspNetCore.Html.IHtmlContent html)
            return MimeBundle.Of((MimeTypes.Html, HtmlText.Of(html)), (MimeTypes.Text, HtmlText.Of(html)));
        if (Table.TryRead(value, Formatter.ListExpansionLimit) is { } table)
            return MimeBundle.Of((MimeTypes.Html, table.ToHtml()), (MimeTypes.Text, table.ToText()));
        return MimeBundle.Text(PlainText.Of(value));
    }

    /// <summary>A type of content that the value does not offer by itself.</summary>
    private static object Asked(object? value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => $"<pre>{HtmlText.Encode(PlainText.Of(value))}</pre>",
        _ when value is string text => text,
        _ when value is byte[] bytes => bytes,
        _ when MimeTypes.IsJson(mimeType) => System.Text.Json.JsonSerializer.SerializeToNode(value, value?.GetType() ?? typeof(object), JsonText.Options)!,
        _ => PlainText.Of(value),
    };
}
