using System.Globalization;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads Charades-STA: lines "VIDEO START END##SENTENCE.", and the videos' lengths from the columns id and length of
/// Charades_v1_{train,test}.csv. As 2D-TAN's loader does, an end beyond the video is moved to its end, and a moment that is
/// then empty is left out: 12,404 of 12,408 training and all 3,720 test moments remain.
/// </summary>
public static class CharadesStaReader
{
    /// <summary>The moments in the order of the file.</summary>
    /// <exception cref="DataFormatException">A file is missing, a line is not of that form, or a video's length is unknown.</exception>
    public static IReadOnlyList<MomentQuery> Read(string annotationPath, string lengthsPath, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(annotationPath);
        options ??= new ReadOptions();
        if (!File.Exists(annotationPath))
            throw new DataFormatException(annotationPath, "path", "a Charades-STA annotation file was expected, there is none");
        var lengths = ReadLengths(lengthsPath, options);
        var moments = new List<MomentQuery>();
        var line = 0;
        foreach (var text in File.ReadLines(annotationPath))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var at = line;
            options.Guard(() =>
            {
                var moment = Moment(annotationPath, at, text, lengths, lengthsPath);
                if (moment.Segment.IsEmpty)
                    options.LeaveOut(new DataFormatException(annotationPath, $"line {at}", $"a moment inside the video was expected; '{text}' begins at or after its end at {moment.Duration:R} s, or is empty"));
                else
                    moments.Add(moment);
            });
        }
        return moments;
    }

    private static MomentQuery Moment(string path, int line, string text, Dictionary<string, double> lengths, string lengthsPath)
    {
        var halves = text.Split("##", 2);
        var fields = halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (halves.Length != 2 || fields.Length != 3)
            throw new DataFormatException(path, $"line {line}", $"VIDEO START END##SENTENCE was expected, '{text}' is there");
        double start = Number(fields[1], "start"), end = Number(fields[2], "end");
        if (end < start)
            throw new DataFormatException(path, $"line {line}, field end", $"an end that is not before the start was expected; {start:R} to {end:R} is there");
        var sentence = halves[1].Trim();
        if (sentence.EndsWith('.'))
            sentence = sentence[..^1].TrimEnd();
        if (sentence.Length == 0)
            throw new DataFormatException(path, $"line {line}, field sentence", "a sentence was expected; it is empty");
        if (!lengths.TryGetValue(fields[0], out var length))
            throw new DataFormatException(path, $"line {line}, field video", $"a video whose length {Path.GetFileName(lengthsPath)} gives was expected; '{fields[0]}' is unknown there");
        return new MomentQuery(fields[0], sentence, new Segment(start, Math.Min(end, length)), length);

        double Number(string field, string name) =>
            double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0
                ? value
                : throw new DataFormatException(path, $"line {line}, field {name}", $"seconds of at least 0 were expected, '{field}' is there");
    }

    private static Dictionary<string, double> ReadLengths(string path, ReadOptions options)
    {
        var lengths = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(path, "id", "length"))
            options.Guard(() =>
            {
                var length = row.Number("length");
                if (length <= 0)
                    throw row.Error("length", $"seconds above 0 were expected, {length:R} is there");
                if (!lengths.TryAdd(row["id"], length))
                    throw row.Error("id", $"each video may appear once; '{row["id"]}' appears again");
            });
        return lengths;
    }
}
