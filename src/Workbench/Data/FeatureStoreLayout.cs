using System.Globalization;
using System.Text.Json;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// The folder of a feature store, as <see cref="FeatureStore"/> reads and <see cref="FeatureStoreWriter"/> writes it:
/// <c>index.json</c> (the <see cref="FeatureStoreInfo"/> and the list of shards with their bytes and videos),
/// <c>shard-NNNNN.safetensors</c> (many videos each) and, until they are merged into a shard,
/// <c>video-NNNNNNNN.safetensors</c> (one video each). Tensors are named VIDEO/NAME. A shard that the index does not list
/// does not count.
/// </summary>
internal sealed record FeatureStoreLayout(FeatureStoreInfo Info, IReadOnlyList<FeatureStoreLayout.Shard> Shards)
{
    public const string IndexName = "index.json";
    public const string Extension = ".safetensors";
    private const string Format = "workbench-features";

    /// <summary>One listed file: its name in the folder, its length in bytes, its videos in the order of writing.</summary>
    public sealed record Shard(string File, long Bytes, IReadOnlyList<string> Videos);

    public static string TensorName(string video, string name) => $"{video}/{name}";

    /// <summary>Splits VIDEO/NAME at the last slash.</summary>
    public static (string Video, string Name) SplitName(string path, string tensor)
    {
        var slash = tensor.LastIndexOf('/');
        return slash > 0 && slash < tensor.Length - 1
            ? (tensor[..slash], tensor[(slash + 1)..])
            : throw new DataFormatException(path, $"tensor '{tensor}'", "a name of the form VIDEO/NAME was expected");
    }

    /// <summary>The single-video files that are not yet merged, in the order of writing.</summary>
    public static string[] LooseFiles(string folder)
    {
        var files = Directory.GetFiles(folder, "video-*" + Extension).Where(path => LooseNumber(path) is not null).ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>The number in the name of a single-video file; null for other names.</summary>
    public static int? LooseNumber(string path) =>
        Path.GetFileNameWithoutExtension(path) is ['v', 'i', 'd', 'e', 'o', '-', .. { Length: 8 } digits] && int.TryParse(digits, NumberStyles.None, null, out var number) ? number : null;

    public static string LooseName(int number) => $"video-{number:D8}{Extension}";

    public static string ShardName(int number) => $"shard-{number:D5}{Extension}";

    public static FeatureStoreLayout Read(string folder)
    {
        var path = Path.Combine(folder, IndexName);
        if (!File.Exists(path))
            throw new DataFormatException(folder, IndexName, Directory.Exists(folder) ? "a feature store was expected; the folder has no index" : "a feature store was expected; there is no such folder");
        var json = JsonFile.Read(path);
        if (json["format"].Text() is var format && format != Format)
            throw json["format"].Error($"'{Format}' was expected, '{format}' is there");
        if (json["version"].Whole() is var version && version != 1)
            throw json["version"].Error($"version 1 was expected, {version} is there");
        var type = ElementTypes.Parse(json["dtype"].Text()) is { } known && known.IsFloatingPoint() ? known : throw json["dtype"].Error("F16 or F32 was expected");
        var shards = json["shards"].Items().Select(item => new Shard(
            item["file"].Text(), (long)item["bytes"].Number(), item["videos"].Items().Select(video => video.Text()).ToList())).ToList();
        return new FeatureStoreLayout(new FeatureStoreInfo(json["backbone"].Text(), json["fps"].Number(), type), shards);
    }

    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, IndexName), stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", 1);
        json.WriteString("backbone", Info.Backbone);
        json.WriteNumber("fps", Info.Fps);
        json.WriteString("dtype", Info.DType.NameInFile());
        json.WriteStartArray("shards");
        foreach (var shard in Shards)
        {
            json.WriteStartObject();
            json.WriteString("file", shard.File);
            json.WriteNumber("bytes", shard.Bytes);
            json.WriteStartArray("videos");
            foreach (var video in shard.Videos)
                json.WriteStringValue(video);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Refuses a store made by another backbone or at another rate.</summary>
    public void Expect(string folder, string? backbone, double? fps)
    {
        if (backbone is not null && backbone != Info.Backbone)
            throw new DataFormatException(Path.Combine(folder, IndexName), "field backbone", $"features of '{backbone}' were expected, these are of '{Info.Backbone}'");
        if (fps is { } rate && rate != Info.Fps)
            throw new DataFormatException(Path.Combine(folder, IndexName), "field fps", $"{rate:R} rows a second were expected, these have {Info.Fps:R}");
    }
}
