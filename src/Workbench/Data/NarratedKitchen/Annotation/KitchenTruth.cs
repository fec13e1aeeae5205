using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>The contents of <c>truth.json</c>, for floors and ceilings; no model may see it.</summary>
public sealed record KitchenTruth(
    [property: JsonPropertyName("seed")] long Seed,
    [property: JsonPropertyName("videos")] IReadOnlyDictionary<string, TruthVideo> Videos)
{
    /// <exception cref="DataFormatException">The file is not what <see cref="KitchenGenerator"/> writes.</exception>
    public static KitchenTruth Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<KitchenTruth>(stream) is { Videos: not null } truth
                ? truth
                : throw new DataFormatException(path, "the top level", "{\"seed\", \"videos\"} was expected");
        }
        catch (JsonException e)
        {
            throw new DataFormatException(path, e.Path ?? "the top level", "what `workbench synth` writes as truth.json was expected", e);
        }
    }

    public void Write(string path) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, this));
}
