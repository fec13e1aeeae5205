using System.Globalization;
using System.Text;
using TorchSharp;
using Workbench.Report.Display;

namespace Workbench.Report.Views;

/// <summary>A model's parameters as a table: name, shape, count; the totals below. It keeps no tensor.</summary>
/// <param name="Name">The model's class.</param>
/// <param name="Rows">Parameters, then persistent buffers.</param>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed record ModelView(string Name, IReadOnlyList<ParameterRow> Rows) : IMimeView
{
    private const int MostRows = 200;
    private static readonly string[] s_mimeTypes = [MimeBundle.Html, MimeBundle.Plain];

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    /// <summary>Numbers in parameters and buffers.</summary>
    public long Total => Rows.Sum(row => row.Count);

    /// <summary>Numbers that training changes.</summary>
    public long Trained => Rows.Where(row => row.Trained).Sum(row => row.Count);

    public static ModelView Of(torch.nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<ParameterRow> rows = [];
        foreach ((string name, TorchSharp.Modules.Parameter parameter) in model.named_parameters())
            rows.Add(new ParameterRow(name, [.. parameter.shape], parameter.dtype, parameter.numel(), parameter.requires_grad));
        foreach ((string name, torch.Tensor buffer) in model.named_buffers())
            rows.Add(new ParameterRow(name, [.. buffer.shape], buffer.dtype, buffer.numel(), false));
        return new ModelView(model.GetName(), rows);
    }

    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => mimeType switch { MimeBundle.Html => Html(), MimeBundle.Plain => ToString(), _ => null };

    public override string ToString()
    {
        var text = new StringBuilder(Name).Append('\n');
        int names = Rows.Take(MostRows).Select(r => r.Name.Length).DefaultIfEmpty(0).Max(), shapes = Rows.Take(MostRows).Select(r => Shape(r).Length).DefaultIfEmpty(0).Max();
        foreach (ParameterRow row in Rows.Take(MostRows))
            text.Append($"  {row.Name.PadRight(names)}  {Shape(row).PadLeft(shapes)}  {Number(row.Count),12}{(row.Trained ? "" : "  not trained")}\n");
        if (Rows.Count > MostRows)
            text.Append($"  … {Rows.Count - MostRows} more\n");
        return text.Append(Totals()).ToString();
    }

    private string Html()
    {
        const string cell = "padding:1px 12px 1px 0", number = "padding:1px 0 1px 12px;text-align:right", line = "border-bottom:1px solid rgba(128,128,128,.5)";
        var html = new StringBuilder($"<table style=\"border-collapse:collapse\"><caption style=\"text-align:left;font-weight:bold\">{HtmlText.Escape(Name)}</caption>");
        html.Append($"<thead><tr><th style=\"{cell};{line};text-align:left\">parameter</th><th style=\"{number};{line}\">shape</th><th style=\"{number};{line}\">type</th><th style=\"{number};{line}\">count</th></tr></thead><tbody>");
        foreach (ParameterRow row in Rows.Take(MostRows))
            html.Append($"<tr{(row.Trained ? "" : " style=\"opacity:.7\" title=\"not trained\"")}><td style=\"{cell};text-align:left\"><code>{HtmlText.Escape(row.Name)}</code></td><td style=\"{number}\">{HtmlText.Escape(Shape(row))}</td><td style=\"{number}\">{row.Type}</td><td style=\"{number}\">{Number(row.Count)}</td></tr>");
        if (Rows.Count > MostRows)
            html.Append($"<tr><td colspan=\"4\" style=\"text-align:left\">… {Rows.Count - MostRows} more</td></tr>");
        return html.Append($"</tbody><tfoot><tr><td colspan=\"4\" style=\"text-align:left;font-weight:bold;padding-top:4px\">{Totals()}</td></tr></tfoot></table>").ToString();
    }

    private string Totals() => Trained == Total ? $"{Number(Total)} parameters" : $"{Number(Total)} numbers, {Number(Trained)} of them trained";

    private static string Shape(ParameterRow row) => row.Shape.Count == 0 ? "scalar" : string.Join(" × ", row.Shape);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
