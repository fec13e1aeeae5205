using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Training;

/// <summary>A recipe as JSON: every switch by name, in a fixed order, so that equal recipes are equal text.</summary>
public static class RecipeJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Write(Recipe recipe) => JsonSerializer.Serialize(recipe, Options);

    /// <exception cref="ArgumentException">Not a recipe.</exception>
    public static Recipe Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Recipe>(json, Options) ?? throw new ArgumentException("The recipe is empty.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"Not a recipe: {exception.Message}", nameof(json), exception);
        }
    }
}
