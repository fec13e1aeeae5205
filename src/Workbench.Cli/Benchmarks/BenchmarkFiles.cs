using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Data;

namespace Workbench.Cli.Benchmarks;

/// <summary>The files of results/bench.</summary>
internal sealed class BenchmarkFiles(string folder)
{
    /// <summary>How all of them are written: indented, without what is computed from the rest.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public string Folder { get; } = folder;

    public void Write<T>(string name, T value) => AtomicFile.WriteText(Path.Combine(Folder, name + ".json"), JsonSerializer.Serialize(value, Format) + "\n");

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="DataFormatException">The file holds something else.</exception>
    public T? Read<T>(string name)
        where T : class
    {
        string path = Path.Combine(Folder, name + ".json");
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Format) ?? throw new DataFormatException(path, "the outermost value", "a result was expected, null is there");
        }
        catch (JsonException error)
        {
            throw new DataFormatException(path, error.Path ?? "the text", $"a result of ./workbench bench was expected: {error.Message}");
        }
    }
}
