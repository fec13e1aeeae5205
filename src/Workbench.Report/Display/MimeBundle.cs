namespace Workbench.Report.Display;

/// <summary>All forms of a value at once: what a notebook stores, so that every reader finds one it can show.</summary>
public static class MimeBundle
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Png = "image/png";
    public const string Html = "text/html";
    public const string Plain = "text/plain";

    /// <summary>MIME type to a string, the bytes of an image, or a JsonNode; forms that cannot be made here are left out.</summary>
    public static IReadOnlyDictionary<string, object> Of(IMimeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var bundle = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (string mime in view.MimeTypes)
            if (view.ToMime(mime) is { } form)
                bundle[mime] = form;
        return bundle;
    }
}
