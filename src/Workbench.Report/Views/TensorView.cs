using System.Globalization;
using System.Text;
using TorchSharp;
using Workbench.Report.Display;
using static TorchSharp.torch;

namespace Workbench.Report.Views;

/// <summary>What a tensor is, at a glance; it keeps no tensor.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Device">Where it lies.</param>
/// <param name="RequiresGrad">Whether gradients flow into it.</param>
/// <param name="Summary">Of its finite values; null for empty, complex and quantised tensors.</param>
/// <param name="Heat">A small picture of one or two dimensions; null for others.</param>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed record TensorView(IReadOnlyList<long> Shape, ScalarType Type, string Device, bool RequiresGrad, TensorSummary? Summary, TensorHeat? Heat) : IMimeView
{
    private static readonly string[] s_mimeTypes = [MimeBundle.Html, MimeBundle.Plain];

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    /// <summary>Reads a tensor on any device. Values are looked at once; nothing is changed.</summary>
    public static TensorView Of(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        bool real = tensor.numel() > 0 && !tensor.is_complex() && tensor.device_type != DeviceType.META && tensor.dtype is not (ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32);
        return new TensorView(
            [.. tensor.shape], tensor.dtype, tensor.device.ToString(), tensor.requires_grad, real ? TensorSummary.Of(tensor.detach()) : null, real ? TensorHeat.Of(tensor.detach()) : null);
    }

    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => mimeType switch { MimeBundle.Html => Html(), MimeBundle.Plain => ToString(), _ => null };

    /// <summary>"[2, 3] Float32 on cpu; min −1, mean 0.2, max 1".</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"[{string.Join(", ", Shape)}] {Type} on {Device}");
        if (RequiresGrad)
            text.Append(", requires_grad");
        if (Summary is { } summary)
            text.Append("; ").Append(summary);
        return text.ToString();
    }

    private string Html()
    {
        var html = new StringBuilder("<div style=\"display:flex;gap:16px;align-items:flex-start\"><table style=\"border-collapse:collapse\"><tbody>");
        Row("shape", $"[{string.Join(", ", Shape)}]");
        Row("type", $"{Type} on {Device}{(RequiresGrad ? ", requires_grad" : "")}");
        foreach ((string name, string value) in Summary?.Rows() ?? [])
            Row(name, value);
        html.Append("</tbody></table>");
        if (Heat is { } heat)
            html.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:0\"><img alt=\"values as colours\" style=\"image-rendering:pixelated;border:1px solid rgba(128,128,128,.5)\" src=\"{heat.DataUri}\"><figcaption style=\"font-size:smaller;opacity:.7\">{HtmlText.Escape(heat.Caption)}</figcaption></figure>");
        return html.Append("</div>").ToString();

        void Row(string name, string value) =>
            html.Append($"<tr><td style=\"text-align:left;opacity:.7;padding:1px 10px 1px 0\">{HtmlText.Escape(name)}</td><td style=\"text-align:left;padding:1px 0\">{HtmlText.Escape(value)}</td></tr>");
    }
}
