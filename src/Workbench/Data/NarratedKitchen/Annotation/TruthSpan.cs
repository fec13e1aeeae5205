using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>An action from its first second to the one after its last.</summary>
public sealed record TruthSpan(
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("start")] int Start,
    [property: JsonPropertyName("end")] int End);
