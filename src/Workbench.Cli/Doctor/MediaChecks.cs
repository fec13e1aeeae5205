using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Workbench.Report.Rendering;

namespace Workbench.Cli.Doctor;

/// <summary>What reads, draws, speaks and shows: ffmpeg, cairo, fonts, flite, a browser for static figures.</summary>
internal static partial class MediaChecks
{
    public static async Task<IReadOnlyList<Check>> ReadAsync(CancellationToken cancellation)
    {
        string? version = await ProgramOutput.ReadAsync("ffmpeg", ["-hide_banner", "-version"], cancellation).ConfigureAwait(false);
        string? encoders = await ProgramOutput.ReadAsync("ffmpeg", ["-hide_banner", "-encoders"], cancellation).ConfigureAwait(false);
        string? probe = await ProgramOutput.ReadAsync("ffprobe", ["-hide_banner", "-version"], cancellation).ConfigureAwait(false);
        string? flite = await ProgramOutput.ReadAsync("flite", ["--version"], cancellation).ConfigureAwait(false);
        return [Ffmpeg(version, encoders, probe), Cairo(), Fonts(FontFolders()), Flite(flite, Which("flite")), Figures(FigureRenderer.WhyMissing, FigureRenderer.Describe())];
    }

    /// <summary>From the texts of <c>ffmpeg -version</c>, <c>ffmpeg -encoders</c> and <c>ffprobe -version</c>; null where a program did not answer.</summary>
    internal static Check Ffmpeg(string? version, string? encoders, string? probe)
    {
        const string name = "ffmpeg";
        if (version is null || probe is null)
            return new Check(name, CheckState.Missing, $"no {(version is null ? "ffmpeg" : "ffprobe")} on the PATH: no video can be read", Check.Install("ffmpeg"));
        string number = FfmpegVersion().Match(version) is { Success: true } match ? match.Groups[1].Value : "of unknown version";
        return encoders is not null && encoders.Contains("libx264", StringComparison.Ordinal)
            ? new Check(name, CheckState.Good, $"{number}, with libx264")
            : new Check(name, CheckState.Missing, $"{number}, without libx264: the embedded benchmark cannot be written", Check.Install("ffmpeg") + " (and put it before the other one on the PATH)");
    }

    internal static Check Flite(string? version, string? path)
    {
        const string name = "flite";
        if (path is null)
            return new Check(name, CheckState.Missing, "not on the PATH: the embedded benchmark's narrations cannot be spoken", Check.Install("flite"));
        return new Check(name, CheckState.Good, FliteVersion().Match(version ?? "") is { Success: true } match ? match.Value : path);
    }

    internal static Check Fonts(IEnumerable<string> folders)
    {
        const string name = "fonts";
        string? file = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "DejaVuSans.ttf", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .FirstOrDefault();
        return file is null
            ? new Check(name, CheckState.Missing, "no DejaVu Sans: drawings would have no letters, or other ones", Check.Install("fonts-dejavu-core"))
            : new Check(name, CheckState.Good, $"DejaVu Sans ({file})");
    }

    /// <param name="missing">What <see cref="FigureRenderer"/> says is missing; null where it can draw.</param>
    /// <param name="found">What it draws with.</param>
    internal static Check Figures(string? missing, string found) => missing is null
        ? new Check("figures", CheckState.Good, found)
        : new Check("figures", CheckState.Optional, $"plotly JSON only, no pictures: {found}", "./workbench setup --figures");

    private static Check Cairo()
    {
        const string name = "cairo";
        if (!NativeLibrary.TryLoad("libcairo.so.2", out nint library))
            return new Check(name, CheckState.Missing, "libcairo.so.2 does not load: nothing can be drawn", Check.Install("libcairo2"));
        NativeLibrary.Free(library);
        return new Check(name, CheckState.Good, "libcairo.so.2");
    }

    private static string[] FontFolders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts")];
    }

    private static string? Which(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"ffmpeg version (\S+)")]
    private static partial Regex FfmpegVersion();

    [GeneratedRegex(@"flite-[\d.]+\S*")]
    private static partial Regex FliteVersion();
}
