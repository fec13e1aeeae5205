using System.Globalization;
using TorchSharp;
using Workbench.Data;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>
/// The state of a training run in one safetensors file: parameters ("model.…"), optimiser state ("optimizer.…"), both of a backbone that is trained too
/// ("backbone.…", "backbone_optimizer.…"), the loss of every step so
/// far, and in the metadata the recipe's JSON and the step. Nothing in it is executed on reading.
/// </summary>
public static class Checkpoint
{
    private const string BackboneKey = "backbone";
    private const string Model = "model.", Optimizer = "optimizer.", Tuned = "backbone.", TunedOptimizer = "backbone_optimizer.", Losses = "history.loss";

    /// <summary>Writes to a temporary name and moves it into place: a kill leaves the old file or the new one.</summary>
    public static void Write(string path, nn.Module model, optim.Optimizer optimizer, int step, IReadOnlyList<float> losses, string recipeJson, string? backbone = null, BackboneTuning? tuning = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(losses);
        using var scope = NewDisposeScope();
        var arrays = new List<NamedArray>();
        foreach ((string name, Tensor value) in model.state_dict())
            arrays.Add(ToArray(Model + name, value));
        foreach ((string name, Tensor value) in OptimizerState.Export(optimizer, Named(model)))
            arrays.Add(ToArray(Optimizer + name, value));
        if (tuning is not null)
        {
            arrays.AddRange(tuning.Backbone.NamedParameters().Select(p => ToArray(Tuned + p.Name, p.Value)));
            arrays.AddRange(OptimizerState.Export(tuning.Optimizer, tuning.Backbone.NamedParameters()).Select(s => ToArray(TunedOptimizer + s.Key, s.Value)));
        }

        arrays.Add(NamedArray.OfSingles(Losses, [losses.Count], losses.ToArray()));
        var metadata = new Dictionary<string, string>
        {
            ["format"] = "workbench-checkpoint-1",
            ["recipe"] = recipeJson,
            ["step"] = step.ToString(CultureInfo.InvariantCulture),
        };
        if (backbone is not null)
            metadata[BackboneKey] = backbone;
        SafetensorsWriter.Write(path, arrays, metadata);
    }

    /// <summary>Puts a checkpoint's state back.</summary>
    /// <returns>The number of steps that were done and their losses.</returns>
    /// <exception cref="DataFormatException">The file belongs to another recipe, or entries are missing, extra or misshapen.</exception>
    public static (int Step, List<float> Losses) Resume(string path, nn.Module model, optim.Optimizer optimizer, string recipeJson, BackboneTuning? tuning = null)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        if (Field(file, "recipe") != recipeJson)
            throw new DataFormatException(path, "metadata 'recipe'", "the checkpoint was written by another recipe; delete it or use another folder");
        int step = int.TryParse(Field(file, "step"), CultureInfo.InvariantCulture, out int value) ? value
            : throw new DataFormatException(path, "metadata 'step'", "expected a whole number");
        using var scope = NewDisposeScope();
        LoadModel(file, model);
        OptimizerState.Import(optimizer, Named(model), Part(file, Optimizer));
        if (tuning is not null)
        {
            Load(file, Tuned, [.. tuning.Backbone.NamedParameters().Select(p => (p.Name, (Tensor)p.Value))]);
            OptimizerState.Import(tuning.Optimizer, tuning.Backbone.NamedParameters(), Part(file, TunedOptimizer));
        }

        return (step, [.. file.ReadSingle(Losses)]);
    }

    /// <summary>Loads the parameters alone and returns the recipe's JSON.</summary>
    /// <exception cref="DataFormatException">Not a checkpoint, or entries are missing, extra or misshapen.</exception>
    public static void LoadModel(string path, nn.Module model)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        LoadModel(file, model);
    }

    /// <summary>The recipe's JSON a checkpoint carries.</summary>
    public static string RecipeOf(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return Field(file, "recipe");
    }

    /// <summary>The backbone whose features the model was trained on; null where the checkpoint does not say.</summary>
    public static string? BackboneOf(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return file.Metadata.GetValueOrDefault(BackboneKey);
    }

    private static void LoadModel(SafetensorsFile file, nn.Module model) => Load(file, Model, [.. model.state_dict().Select(s => (s.Key, s.Value))]);

    private static Dictionary<string, Tensor> Part(SafetensorsFile file, string prefix) => file.Entries.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(k => k[prefix.Length..], k => ToTensor(file, k), StringComparer.Ordinal);

    private static void Load(SafetensorsFile file, string prefix, IReadOnlyList<(string Name, Tensor Value)> targets)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        HashSet<string> expected = [.. targets.Select(t => t.Name)];
        var problems = new List<string>();
        foreach ((string name, Tensor target) in targets)
        {
            if (!file.Entries.TryGetValue(prefix + name, out TensorEntry? entry))
                problems.Add($"'{name}' is missing");
            else if (!entry.Shape.AsSpan().SequenceEqual(target.shape))
                problems.Add($"'{name}' has shape ({string.Join(", ", entry.Shape)}), expected ({string.Join(", ", target.shape)})");
        }
        foreach (string key in file.Entries.Keys)
            if (key.StartsWith(prefix, StringComparison.Ordinal) && !expected.Contains(key[prefix.Length..]))
                problems.Add($"'{key[prefix.Length..]}' is not a parameter of the {prefix.TrimEnd('.')}");
        if (problems.Count > 0)
            throw new DataFormatException(file.Path, "parameters", string.Join("; ", problems));
        foreach ((string name, Tensor target) in targets)
            target.copy_(ToTensor(file, prefix + name));
    }

    private static string Field(SafetensorsFile file, string name) => file.Metadata.TryGetValue(name, out string? value) ? value
        : throw new DataFormatException(file.Path, $"metadata '{name}'", "expected a checkpoint of this workbench");

    private static IEnumerable<(string name, TorchSharp.Modules.Parameter parameter)> Named(nn.Module model) => model.named_parameters();

    private static NamedArray ToArray(string name, Tensor value)
    {
        bool whole = value.dtype == ScalarType.Int64;
        using Tensor plain = value.detach().to(whole ? ScalarType.Int64 : ScalarType.Float32).cpu().contiguous();
        return whole
            ? NamedArray.OfInt64s(name, plain.shape, plain.data<long>().ToArray())
            : NamedArray.OfSingles(name, plain.shape, plain.data<float>().ToArray());
    }

    private static Tensor ToTensor(SafetensorsFile file, string name)
    {
        TensorEntry entry = file.Entries[name];
        return entry.DType == ElementType.I64 ? tensor(file.ReadInt64(name), entry.Shape) : tensor(file.ReadSingle(name), entry.Shape);
    }
}
