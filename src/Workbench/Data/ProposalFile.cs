namespace Workbench.Data;

/// <summary>
/// Region proposals of videos: a safetensors file with an array [F, P, 4] a video, named as the video: P boxes (left, top, right, bottom) of each second, and in the metadata the frame they
/// are given in. Detectors' own dumps differ from one another; this is what they are turned into.
/// </summary>
public sealed class ProposalFile : IDisposable
{
    private readonly SafetensorsFile _file;

    private ProposalFile(SafetensorsFile file, double width, double height) => (_file, Width, Height) = (file, width, height);

    /// <summary>Width of the frame of the boxes.</summary>
    public double Width { get; }

    /// <summary>Height of the frame of the boxes.</summary>
    public double Height { get; }

    public IEnumerable<string> Videos => _file.Entries.Keys;

    /// <exception cref="DataFormatException">Not such a file.</exception>
    public static ProposalFile Open(string path)
    {
        SafetensorsFile file = SafetensorsFile.Open(path);
        try
        {
            foreach ((string video, TensorEntry entry) in file.Entries)
                if (entry.Shape is not [> 0, > 0, 4])
                    throw new DataFormatException(path, $"'{video}'", $"an array [F, P, 4] was expected, [{string.Join(", ", entry.Shape)}] is there");
            return new ProposalFile(file, Size("width"), Size("height"));
        }
        catch
        {
            file.Dispose();
            throw;
        }

        double Size(string name) => file.Metadata.TryGetValue(name, out string? text) && double.TryParse(text, out double value) && value > 0 ? value
            : throw new DataFormatException(path, $"metadata '{name}'", "a positive number was expected");
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, double width, double height, IEnumerable<(string Video, IReadOnlyList<IReadOnlyList<Box>> Boxes)> videos)
    {
        ArgumentNullException.ThrowIfNull(videos);
        NamedArray[] arrays = [.. videos.Select(v => NamedArray.OfSingles(v.Video, [v.Boxes.Count, v.Boxes[0].Count, 4],
            [.. v.Boxes.SelectMany(b => b).SelectMany(b => new[] { (float)b.Left, (float)b.Top, (float)b.Right, (float)b.Bottom })]))];
        SafetensorsWriter.Write(path, arrays, new Dictionary<string, string> { ["width"] = $"{width:R}", ["height"] = $"{height:R}" });
    }

    public bool Contains(string video) => _file.Entries.ContainsKey(video);

    /// <summary>The boxes of each second of a video.</summary>
    /// <exception cref="KeyNotFoundException">There is no such video.</exception>
    public IReadOnlyList<IReadOnlyList<Box>> Read(string video)
    {
        if (!_file.Entries.TryGetValue(video, out TensorEntry? entry))
            throw new KeyNotFoundException($"{_file.Path}: no proposals of video '{video}'.");
        float[] values = _file.ReadSingle(video);
        int boxes = (int)entry.Shape[1];
        return [.. values.Chunk(4 * boxes).Select(frame => (IReadOnlyList<Box>)[.. frame.Chunk(4).Select(b => new Box(b[0], b[1], b[2], b[3]))])];
    }

    public void Dispose() => _file.Dispose();
}
