using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Report.Charts;

namespace Workbench.Report.Rendering;

/// <summary>
/// Draws plotly figures with Chromium: started at the first figure, used for all later ones, ended with the process. A browser that stands still or
/// has died is replaced by a new one once. Safe to call from several threads; figures are drawn one at a time.
/// </summary>
public sealed class FigureRenderer : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Func<string?> _program, _plotly;
    private readonly TimeSpan _patience;
    private Chromium? _browser;

    internal FigureRenderer(Func<string?> program, Func<string?> plotly, TimeSpan patience) => (_program, _plotly, _patience) = (program, plotly, patience);

    /// <summary>The one of this process.</summary>
    public static FigureRenderer Shared { get; } = NewShared();

    /// <summary>Null where figures can be drawn; else one sentence that says what to install.</summary>
    public static string? WhyMissing => Missing(ChromiumProgram.Find(), PlotlyScript.Find());

    /// <summary>The browser's process while there is one; for tests.</summary>
    internal Chromium? Browser => _browser;

    /// <summary>The bytes of a picture.</summary>
    /// <param name="figure">An object with "data" and "layout".</param>
    /// <param name="format">What kind.</param>
    /// <param name="width">CSS pixels across.</param>
    /// <param name="height">CSS pixels down.</param>
    /// <param name="scale">Pixels of a PNG for each CSS pixel.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PlatformNotSupportedException">Chromium or plotly.js is missing; the message says what to install.</exception>
    /// <exception cref="IOException">The figure cannot be drawn; the message is plotly.js's or Chromium's.</exception>
    public async Task<byte[]> RenderAsync(JsonObject figure, FigureFormat format, double width, double height, double scale, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        string? program = _program(), plotly = _plotly();
        if (Missing(program, plotly) is { } missing)
            throw new PlatformNotSupportedException(missing);
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (bool again = _browser is { HasEnded: false }; ; again = false)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                patience.CancelAfter(_patience);
                try
                {
                    Chromium browser = await BrowserAsync(program!, plotly!, patience.Token).ConfigureAwait(false);
                    return await DrawAsync(browser, figure, format, width, height, scale, patience.Token).ConfigureAwait(false);
                }
                catch (Exception error) when (!cancellation.IsCancellationRequested && error is OperationCanceledException || error is IOException && _browser is not { HasEnded: false })
                {
                    End();
                    if (!again)
                        throw error is IOException ? error : new IOException($"Chromium ({program}) did not draw a figure within {_patience.TotalSeconds:0} s and was ended.", error);
                }
                catch (OperationCanceledException)
                {
                    End(); // It may be in the middle of a figure.
                    throw;
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        End();
        _one.Dispose();
    }

    /// <summary>What figures are drawn with on this machine, for people.</summary>
    public static string Describe() => $"{ChromiumProgram.Find() ?? "no Chromium"}, {(PlotlyScript.Find() is { } script ? $"plotly.js {PlotlyScript.Version(script)}" : "no plotly.js")}";

    internal static string? Missing(string? program, string? plotly)
    {
        if (OperatingSystem.IsWindows())
            return "Pictures of figures are drawn on Linux and macOS only; the plotly JSON works everywhere.";
        return (program, plotly) switch
        {
            (null, null) => $"To draw figures as pictures, install Chromium and npm's plotly.js-dist-min: {PlotlyScript.Install}",
            (null, _) => $"To draw figures as pictures, install Chromium (on Debian: apt-get install chromium) or name it in {ChromiumProgram.Variable}.",
            (_, null) => $"To draw figures as pictures, install npm's plotly.js-dist-min (version 3): {PlotlyScript.Install}",
            _ => null,
        };
    }

    private static FigureRenderer NewShared()
    {
        var shared = new FigureRenderer(ChromiumProgram.Find, PlotlyScript.Find, TimeSpan.FromSeconds(60));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shared.End();
        return shared;
    }

    private static async Task<byte[]> DrawAsync(Chromium browser, JsonObject figure, FigureFormat format, double width, double height, double scale, CancellationToken cancellation)
    {
        var options = new JsonObject { ["format"] = format == FigureFormat.Png ? "png" : "svg", ["width"] = width, ["height"] = height, ["scale"] = format == FigureFormat.Png ? scale : 1, ["imageDataOnly"] = true };
        string text = (string?)await browser.EvaluateAsync($"Plotly.toImage({figure.ToJsonString(JsonSerializerOptions.Default)}, {options.ToJsonString()})", cancellation).ConfigureAwait(false)
            ?? throw new IOException("plotly.js gave no picture.");
        return format switch
        {
            FigureFormat.Png => Convert.FromBase64String(text),
            FigureFormat.Svg => Encoding.UTF8.GetBytes(text + "\n"),
            FigureFormat.Pdf => await PrintAsync(browser, text, (string?)figure["layout"]?["title"]?["text"] ?? "Figure", width, height, cancellation).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }

    /// <summary>Shows the SVG as the page's only content and prints it on a sheet of its size.</summary>
    private static async Task<byte[]> PrintAsync(Chromium browser, string svg, string title, double width, double height, CancellationToken cancellation)
    {
        string size = string.Create(CultureInfo.InvariantCulture, $"{width:0.###}px {height:0.###}px");
        string page = $"<style>@page {{ size: {size}; margin: 0 }} html, body {{ margin: 0; overflow: hidden }} svg {{ display: block }}</style>{svg}";
        await browser.EvaluateAsync($"document.title = {JsonSerializer.Serialize(PlotlyText.Unescape(title))}; document.body.innerHTML = {JsonSerializer.Serialize(page)}; document.fonts.ready.then(() => 1)", cancellation).ConfigureAwait(false);
        JsonObject printed = await browser.SendAsync("Page.printToPDF", new JsonObject
        {
            ["printBackground"] = true,
            ["preferCSSPageSize"] = true,
            ["paperWidth"] = width / 96,
            ["paperHeight"] = height / 96,
            ["marginTop"] = 0,
            ["marginBottom"] = 0,
            ["marginLeft"] = 0,
            ["marginRight"] = 0,
            ["pageRanges"] = "1",
        }, cancellation).ConfigureAwait(false);
        await browser.EvaluateAsync("document.body.innerHTML = ''", cancellation).ConfigureAwait(false);
        return Convert.FromBase64String((string?)printed["data"] ?? throw new IOException("Chromium printed nothing."));
    }

    private async Task<Chromium> BrowserAsync(string program, string plotly, CancellationToken cancellation)
    {
        if (_browser is { HasEnded: true })
            End();
        return _browser ??= await Chromium.StartAsync(program, plotly, cancellation).ConfigureAwait(false);
    }

    private void End()
    {
        _browser?.Dispose();
        _browser = null;
    }
}
