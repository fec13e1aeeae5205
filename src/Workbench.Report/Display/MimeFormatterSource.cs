namespace Workbench.Report.Display;

/// <summary>The formatters of all types that carry <see cref="TypeFormatterSourceAttribute"/> here.</summary>
internal sealed class MimeFormatterSource
{
    private readonly string[] _mimeTypes = [MimeBundle.Plotly, MimeBundle.Html, MimeBundle.Png, MimeBundle.Plain];

    /// <summary>Found by its name.</summary>
    public IEnumerable<object> CreateTypeFormatters() => _mimeTypes.Select(mime => new MimeFormatter(mime));
}
