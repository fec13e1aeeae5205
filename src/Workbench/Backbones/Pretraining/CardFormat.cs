using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Backbones.Pretraining;

/// <summary>How cards and recipes are written.</summary>
internal static class CardFormat
{
    /// <summary>Ranges are tuples, whose parts are fields.</summary>
    public static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IncludeFields = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions s_oneLine = new(Format) { WriteIndented = false };

    /// <summary>A recipe as one line of JSON, for the weights' metadata.</summary>
    public static string OneLine<T>(T recipe) => JsonSerializer.Serialize(recipe, s_oneLine);
}
