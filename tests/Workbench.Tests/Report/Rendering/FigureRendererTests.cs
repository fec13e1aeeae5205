using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workbench.Report.Charts;
using Workbench.Report.Images;
using Workbench.Report.Rendering;

namespace Workbench.Tests.Report.Rendering;

/// <summary>Chromium itself, and stand-ins for one that misbehaves.</summary>
public sealed class FigureRendererTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Figure Lines() => Chart.Combine(Chart.Line([1, 2, 3], [3, 1, 2], "first"), Chart.Line([1, 2, 3], [2, 2, 3], "second")).WithTitle("Vectors & text").WithSize(480, 300);

    [ChromiumFact]
    public void A_PNG_has_the_size_asked_for_and_is_not_empty()
    {
        byte[] png = Lines().Render(FigureFormat.Png, scale: 1.5);
        Assert.Equal((720, 450), PngImage.Size(png));
        Assert.True(png.Length > 5000);
    }

    [ChromiumFact]
    public void SVG_and_PDF_are_vectors_with_text()
    {
        string svg = _folder.File("f.svg"), pdf = _folder.File("f.pdf");
        Lines().Save(svg);
        Lines().Save(pdf);
        string text = File.ReadAllText(svg), page = Encoding.Latin1.GetString(File.ReadAllBytes(pdf));
        Assert.StartsWith("<svg", text, StringComparison.Ordinal);
        Assert.Contains("Vectors &amp; text", text, StringComparison.Ordinal);
        Assert.Contains("<path", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<image", text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", page, StringComparison.Ordinal);
        Assert.Contains("/FontFile", page, StringComparison.Ordinal); // An embedded font.
        Assert.DoesNotContain("/Subtype /Image", page, StringComparison.Ordinal);
        Match sheet = Regex.Match(page, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]"); // points: three quarters of a pixel; Chromium rounds up a little
        Assert.InRange(double.Parse(sheet.Groups[1].Value, CultureInfo.InvariantCulture), 359, 361);
        Assert.InRange(double.Parse(sheet.Groups[2].Value, CultureInfo.InvariantCulture), 224, 226);
        Assert.Contains("/Count 1", page, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task One_browser_serves_all_and_a_killed_one_is_replaced()
    {
        using var renderer = new FigureRenderer(ChromiumProgram.Find, PlotlyScript.Find, TimeSpan.FromSeconds(60));
        await renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1);
        (int first, string profile) = (renderer.Browser!.ProcessId, renderer.Browser.Profile);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => renderer.RenderAsync(Lines().ToJson(), FigureFormat.Svg, 480, 300, 1)));
        Assert.Equal(first, renderer.Browser.ProcessId);
        using (Process browser = Process.GetProcessById(first))
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
        Assert.NotEmpty(await renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1));
        Assert.NotEqual(first, renderer.Browser.ProcessId);
        string second = renderer.Browser.Profile;
        renderer.Dispose();
        Assert.False(Directory.Exists(profile), profile);
        Assert.False(Directory.Exists(second), second);
    }

    [ChromiumFact]
    public async Task What_plotly_refuses_is_an_error_with_its_words_and_the_browser_lives_on()
    {
        using var renderer = new FigureRenderer(ChromiumProgram.Find, PlotlyScript.Find, TimeSpan.FromSeconds(60));
        var broken = new System.Text.Json.Nodes.JsonObject { ["data"] = 7, ["layout"] = "x" };
        await Assert.ThrowsAsync<IOException>(() => renderer.RenderAsync(broken, FigureFormat.Png, -0.5 + 1, 10, 1e9));
        Assert.False(renderer.Browser!.HasEnded);
        Assert.NotEmpty(await renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1));
    }

    [Fact]
    public async Task A_browser_that_stands_still_is_ended_with_its_profile()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var renderer = Standing("#!/bin/sh\necho $$ > \"$(dirname \"$0\")/pid\"\nexec sleep 600\n", TimeSpan.FromSeconds(2));
        Exception error = await Assert.ThrowsAsync<IOException>(() => renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1));
        Assert.Contains("within 2 s", error.Message, StringComparison.Ordinal);
        int id = int.Parse(File.ReadAllText(_folder.File("pid")), CultureInfo.InvariantCulture);
        Assert.True(HasEnded(id), $"process {id} still runs");
    }

    [Fact]
    public async Task A_program_that_ends_at_once_is_named_with_its_last_words()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var renderer = Standing("#!/bin/sh\necho cannot open display >&2\nexit 3\n", TimeSpan.FromSeconds(30));
        Exception error = await Assert.ThrowsAsync<IOException>(() => renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1));
        Assert.Contains("cannot open display", error.Message, StringComparison.Ordinal);
        Assert.Contains("stand-in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var renderer = Standing("#!/bin/sh\nexec sleep 600\n", TimeSpan.FromSeconds(60));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renderer.RenderAsync(Lines().ToJson(), FigureFormat.Png, 480, 300, 1, stop.Token));
        Assert.Null(renderer.Browser);
    }

    private FigureRenderer Standing(string script, TimeSpan patience)
    {
        string program = _folder.Write("stand-in", script), plotly = _folder.Write("plotly.min.js", "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FigureRenderer(() => program, () => plotly, patience);
    }

    private static bool HasEnded(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
