using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data;

namespace Workbench.Kernel.Install;

/// <summary>A kernel.json: how clients start a kernel.</summary>
/// <param name="Folder">The folder of the spec; its name is the kernel's.</param>
/// <param name="Program">argv[0].</param>
/// <param name="IsOurs">It was written by this installer, from whatever checkout.</param>
internal sealed record KernelSpec(string Folder, string Program, bool IsOurs)
{
    /// <summary>The name that notebooks for .NET Interactive ask for, and ours where that is somebody else's.</summary>
    public const string SharedName = ".net-csharp", OwnName = "workbench-csharp";

    private const string Mark = "workbench";
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => Path.GetFileName(Folder);

    /// <summary>The spec of a folder; null when there is none. One that cannot be read is somebody else's.</summary>
    public static KernelSpec? Find(string kernels, string name)
    {
        string folder = Path.Combine(kernels, name);
        if (!Directory.Exists(folder))
            return null;
        try
        {
            JsonNode? json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "kernel.json")));
            return new KernelSpec(folder, (string?)json?["argv"]?[0] ?? "", (string?)json?["metadata"]?["made_by"] == Mark);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new KernelSpec(folder, "", false);
        }
    }

    /// <summary>Writes or replaces one of ours.</summary>
    public static KernelSpec Write(string kernels, string name, string program, IReadOnlyDictionary<string, string> environment)
    {
        JsonObject json = new()
        {
            ["argv"] = new JsonArray(program, "{connection_file}"),
            ["display_name"] = name == SharedName ? ".NET (C#)" : "C# (Workbench)",
            ["language"] = KernelLanguage.Name,
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject(environment.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, e.Value))),
            ["metadata"] = new JsonObject { ["made_by"] = Mark },
        };
        string folder = Path.Combine(kernels, name);
        AtomicFile.WriteText(Path.Combine(folder, "kernel.json"), json.ToJsonString(s_json) + "\n");
        return new KernelSpec(folder, program, true);
    }
}
