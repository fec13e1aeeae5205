using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// One ingredient in the frame: its kind ("tomato"), its box [left, top, right, bottom] in the 640×480 annotation frame, clipped to
/// it, and whether it is the one that the action is done to.
/// </summary>
public sealed record TruthObject(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("box")] double[] Box,
    [property: JsonPropertyName("acted")] bool Acted)
{
    /// <summary>The middle of the box.</summary>
    [JsonIgnore]
    public Point Centre => new((Box[0] + Box[2]) / 2, (Box[1] + Box[3]) / 2);
}
