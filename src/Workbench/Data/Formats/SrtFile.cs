using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Data.Formats;

/// <summary>Reads SubRip files: number, "00:01:15,277 --> 00:01:23,517", one line of text, an empty line; with or without byte-order mark, CRLF or LF.</summary>
internal static partial class SrtFile
{
    /// <exception cref="DataFormatException">No such file, a line that is not what it should be, numbers or starts out of order, an end before its start.</exception>
    public static IReadOnlyList<SrtEntry> Read(string path, ReadOptions options)
    {
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", Directory.Exists(path) ? "a .srt file was expected, this is a folder" : "a .srt file was expected, there is none");
        var lines = File.ReadAllLines(path);
        var entries = new List<SrtEntry>();
        for (var at = 0; at < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
                continue;
            }
            var from = at;
            while (at < lines.Length && !string.IsNullOrWhiteSpace(lines[at]))
                at++;
            options.Guard(() => entries.Add(Entry(path, lines[from..at], from + 1, entries.Count > 0 ? entries[^1] : null)));
        }
        return entries;
    }

    private static SrtEntry Entry(string path, string[] block, int line, SrtEntry? previous)
    {
        if (!int.TryParse(block[0].Trim(), NumberStyles.None, null, out var number))
            throw new DataFormatException(path, $"line {line}", $"a caption's number was expected, '{block[0]}' is there");
        if (number <= (previous?.Number ?? 0))
            throw new DataFormatException(path, $"line {line}", $"numbers rise from caption to caption; {number} follows {previous?.Number ?? 0}");
        if (block.Length != 3)
            throw new DataFormatException(path, $"line {line}, caption {number}", $"number, times and one line of text were expected; there are {block.Length} lines");
        if (Times().Match(block[1].Trim()) is not { Success: true } times)
            throw new DataFormatException(path, $"line {line + 1}, caption {number}", $"times such as 00:01:15,277 --> 00:01:23,517 were expected, '{block[1]}' is there");
        var segment = new Segment(Seconds(times, 1), Seconds(times, 5));
        if (segment.End < segment.Start)
            throw new DataFormatException(path, $"line {line + 1}, caption {number}", $"an end that is not before the start was expected, '{block[1]}' is there");
        if (previous is not null && segment.Start < previous.Segment.Start)
            throw new DataFormatException(path, $"line {line + 1}, caption {number}", $"captions in the order of their starts were expected; {segment.Start:R} s follows {previous.Segment.Start:R} s");
        return new SrtEntry(number, segment, block[2].Trim(), line);
    }

    private static double Seconds(Match times, int group)
    {
        var milliseconds = 0L;
        foreach (var (unit, i) in new[] { 3_600_000L, 60_000, 1_000, 1 }.Select((unit, i) => (unit, i)))
            milliseconds += unit * long.Parse(times.Groups[group + i].ValueSpan);
        return milliseconds / 1000.0;
    }

    [GeneratedRegex(@"^(\d{1,4}):([0-5]\d):([0-5]\d)[,.](\d{3})\s*-->\s*(\d{1,4}):([0-5]\d):([0-5]\d)[,.](\d{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
