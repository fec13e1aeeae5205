using System.Text;
using Workbench.Data;
using Workbench.Report.Rendering;

namespace Workbench.Report.Charts;

public sealed partial record Figure
{
    /// <summary>The figure as the bytes of a picture, drawn by Chromium.</summary>
    /// <param name="format">What kind.</param>
    /// <param name="scale">Pixels of a PNG for each CSS pixel; 2 is sharp on all screens, 300/96 is 300 dots an inch.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PlatformNotSupportedException">Chromium or plotly.js is missing; the message says what to install.</exception>
    public byte[] Render(FigureFormat format, double scale = 2, CancellationToken cancellation = default) =>
        Task.Run(() => RenderAsync(format, scale, cancellation), cancellation).GetAwaiter().GetResult();

    /// <inheritdoc cref="Render"/>
    public Task<byte[]> RenderAsync(FigureFormat format, double scale = 2, CancellationToken cancellation = default) =>
        FigureRenderer.Shared.RenderAsync(ToJson(), format, Width, Height, scale, cancellation);

    /// <summary>
    /// Writes the figure; the ending says how: .svg and .pdf (vectors, fonts embedded in the PDF), .png, .html (one file that works on its own), .json
    /// (<see cref="FromJson"/> reads it). The file is written aside and moved into place.
    /// </summary>
    /// <param name="path">Where to; missing folders are made.</param>
    /// <param name="scale">Pixels of a PNG for each CSS pixel.</param>
    /// <param name="cancellation">Stops waiting; an older file stays.</param>
    /// <exception cref="ArgumentException">Another ending.</exception>
    /// <exception cref="PlatformNotSupportedException">As <see cref="Render"/>; not for .html and .json.</exception>
    public void Save(string path, double scale = 2, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => Render(FigureFormat.Svg, scale, cancellation),
            ".png" => Render(FigureFormat.Png, scale, cancellation),
            ".pdf" => Render(FigureFormat.Pdf, scale, cancellation),
            ".html" or ".htm" => Encoding.UTF8.GetBytes(FigurePage.Html(this)),
            ".json" => Encoding.UTF8.GetBytes(ToJson().ToJsonString(Indented) + "\n"),
            string ending => throw new ArgumentException($"{path}: a figure is written as .svg, .png, .pdf, .html or .json, not as '{ending}'.", nameof(path)),
        };
        AtomicFile.WriteBytes(path, bytes);
    }
}
