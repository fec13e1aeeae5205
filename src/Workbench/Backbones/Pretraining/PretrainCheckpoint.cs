using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp.Modules;
using Workbench.Data;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// Weights, optimiser state and step of a training run, in a folder. The JSON file is written last and names the other two, so a process
/// killed while writing leaves the checkpoint before it.
/// </summary>
internal static class PretrainCheckpoint
{
    private const string Index = "checkpoint.json";

    // Ranges are tuples, whose parts are fields.
    private static readonly JsonSerializerOptions s_withFields = new() { IncludeFields = true };

    public static void Save(string folder, object recipe, int step, double seconds, Action<string> writeWeights, AdamW optimizer)
    {
        Directory.CreateDirectory(folder);
        string weights = $"step-{step:D6}.safetensors", state = $"step-{step:D6}.adamw";
        writeWeights(Path.Combine(folder, weights));
        optimizer.save_state_dict(Path.Combine(folder, state));
        AtomicFile.WriteText(Path.Combine(folder, Index), JsonSerializer.Serialize(new Entry(step, seconds, Fingerprint(recipe), weights, state)));
        foreach (string old in Directory.EnumerateFiles(folder, "step-*").Where(f => Path.GetFileName(f) != weights && Path.GetFileName(f) != state))
            File.Delete(old);
    }

    /// <summary>Fills model and optimiser from a folder; null where it holds no checkpoint.</summary>
    /// <exception cref="DataFormatException">The checkpoint is of another recipe, or damaged.</exception>
    public static (int Step, double Seconds)? TryLoad(string folder, object recipe, Action<ITensorFile> fill, AdamW optimizer)
    {
        string index = Path.Combine(folder, Index);
        if (!File.Exists(index))
            return null;
        Entry entry;
        try
        {
            entry = JsonSerializer.Deserialize<Entry>(File.ReadAllText(index)) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new DataFormatException(index, "content", $"not a checkpoint's index ({e.Message}); delete the folder to begin anew", e);
        }

        if (entry.Recipe != Fingerprint(recipe))
            throw new DataFormatException(index, "field Recipe", "the checkpoint was made with other options; delete the folder to begin anew, or name another");
        using (SafetensorsFile file = SafetensorsFile.Open(Path.Combine(folder, Path.GetFileName(entry.Weights))))
            fill(file);
        optimizer.load_state_dict(Path.Combine(folder, Path.GetFileName(entry.Optimizer)));
        return (entry.Step, entry.Seconds);
    }

    private static string Fingerprint(object recipe) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(recipe, recipe.GetType(), s_withFields)))[..16];

    private sealed record Entry(int Step, double Seconds, string Recipe, string Weights, string Optimizer);
}
