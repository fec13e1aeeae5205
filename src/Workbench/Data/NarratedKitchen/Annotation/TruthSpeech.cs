using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>A sentence as it was said, and the action it is about; null where it is about none that is shown.</summary>
public sealed record TruthSpeech(
    [property: JsonPropertyName("start")] double Start,
    [property: JsonPropertyName("end")] double End,
    [property: JsonPropertyName("said")] string Said,
    [property: JsonPropertyName("span")] int? Span);
