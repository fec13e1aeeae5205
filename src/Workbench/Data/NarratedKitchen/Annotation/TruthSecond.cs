using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// What is in a second of video, at its middle: its state, the action that goes on (also under an interruption: then the state
/// is not <see cref="SecondState.Action"/>), the true contact point [x, y] in the 640×480 annotation frame, and every ingredient.
/// </summary>
public sealed record TruthSecond(
    [property: JsonPropertyName("state")] SecondState State,
    [property: JsonPropertyName("action")] string? Action,
    [property: JsonPropertyName("contact")] double[]? Contact,
    [property: JsonPropertyName("objects")] IReadOnlyList<TruthObject> Objects);
