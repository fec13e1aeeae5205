using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Workbench.Data.Entities;

/// <summary>
/// Precomputed region features as "bottom-up attention" publishes them: a line a picture, tab-separated image_id, image_w, image_h, num_boxes, and boxes [P, 4] and features [P, D] as little-endian
/// single precision in base64.
/// </summary>
public static class RegionTsv
{
    /// <summary>The pictures in the order of the file; nothing but one line is held.</summary>
    /// <exception cref="DataFormatException">No such file, or a line is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IEnumerable<ImageRegions> Read(string path, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new DataFormatException(path, "the file", "region features were expected, there is none");
        return Lines(path, options ?? new ReadOptions());
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(string path, IEnumerable<ImageRegions> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            foreach (ImageRegions image in images)
            {
                float[] boxes = [.. image.Boxes.SelectMany(b => new[] { (float)b.Left, (float)b.Top, (float)b.Right, (float)b.Bottom })];
                writer.WriteLine($"{image.Id}\t{image.Width}\t{image.Height}\t{image.Boxes.Count}\t{Text(boxes)}\t{Text(image.Features)}");
            }
        });
    }

    private static IEnumerable<ImageRegions> Lines(string path, ReadOptions options)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            ImageRegions? image = null;
            if (line.Length > 0)
                options.Guard(() => image = Parse(path, number, line));
            if (image is not null)
                yield return image;
        }
    }

    private static ImageRegions Parse(string path, int line, string text)
    {
        string[] cells = text.Split('\t');
        if (cells.Length != 6 || cells[0].Length == 0 || !int.TryParse(cells[1], CultureInfo.InvariantCulture, out int width) || !int.TryParse(cells[2], CultureInfo.InvariantCulture, out int height)
            || !int.TryParse(cells[3], CultureInfo.InvariantCulture, out int count) || width < 1 || height < 1 || count < 1)
            throw new DataFormatException(path, $"line {line}", "image_id, image_w, image_h, num_boxes, boxes and features were expected, separated by tabs");
        float[] boxes = Numbers(path, line, "boxes", cells[4]), features = Numbers(path, line, "features", cells[5]);
        if (boxes.Length != 4 * count || features.Length == 0 || features.Length % count != 0)
            throw new DataFormatException(path, $"line {line}", $"{count} boxes with as many features were expected; {boxes.Length} and {features.Length} numbers are there");
        return new ImageRegions(cells[0], width, height, [.. boxes.Chunk(4).Select(b => new Box(b[0], b[1], b[2], b[3]))], features);
    }

    private static float[] Numbers(string path, int line, string field, string text)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(text);
        }
        catch (FormatException error)
        {
            throw new DataFormatException(path, $"line {line}, {field}", "base64 was expected", error);
        }

        if (bytes.Length % 4 != 0)
            throw new DataFormatException(path, $"line {line}, {field}", $"single-precision numbers were expected; {bytes.Length} bytes are there");
        var values = new float[bytes.Length / 4];
        for (int i = 0; i < values.Length; i++)
            values[i] = float.IsFinite(BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i))) ? BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i))
                : throw new DataFormatException(path, $"line {line}, {field}", $"finite numbers were expected; number {i} is none");
        return values;
    }

    private static string Text(ReadOnlySpan<float> values) => Convert.ToBase64String(MemoryMarshal.AsBytes(values));
}
