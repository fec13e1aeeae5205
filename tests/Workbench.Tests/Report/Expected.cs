using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Tests.Report;

/// <summary>Committed expected files. With WORKBENCH_WRITE_EXPECTED=1 they are written anew: look at the difference before committing it.</summary>
internal static class Expected
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares with tests/Workbench.Tests/Report/Expected/NAME.</summary>
    public static void Same(string name, JsonNode actual) => Same(name + ".json", actual.ToJsonString(s_format) + "\n");

    /// <inheritdoc cref="Same(string, JsonNode)"/>
    public static void Same(string name, string actual)
    {
        string path = Path.Combine(PublicData.RepositoryRoot, "tests", "Workbench.Tests", "Report", "Expected", name);
        if (Environment.GetEnvironmentVariable("WORKBENCH_WRITE_EXPECTED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
