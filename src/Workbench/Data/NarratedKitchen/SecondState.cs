using System.Text.Json.Serialization;

namespace Workbench.Data.NarratedKitchen;

/// <summary>What a second of video shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SecondState>))]
public enum SecondState
{
    /// <summary>The kitchen, its things, maybe idle hands.</summary>
    Background,

    /// <summary>An action.</summary>
    Action,

    /// <summary>A cut-away picture.</summary>
    Broll,

    /// <summary>The cook talking to the camera.</summary>
    TalkingHead,
}
