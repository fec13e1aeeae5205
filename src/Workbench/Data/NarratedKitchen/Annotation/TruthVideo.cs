using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>What only the generator knows of one video. <see cref="Seconds"/>[k] is second k.</summary>
public sealed record TruthVideo(
    [property: JsonPropertyName("split")] string Split,
    [property: JsonPropertyName("spans")] IReadOnlyList<TruthSpan> Spans,
    [property: JsonPropertyName("speech")] IReadOnlyList<TruthSpeech> Speech,
    [property: JsonPropertyName("seconds")] IReadOnlyList<TruthSecond> Seconds);
