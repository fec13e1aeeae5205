namespace Workbench.Tests.Layering;

/// <summary>Who may know whom: the arrows of the design, and nothing else. A layer is a namespace with all below it.</summary>
internal static class LayerRules
{
    /// <summary>The folders of src/Workbench. Each may use those before it (and the few types of the root namespace).</summary>
    public static readonly string[] Order =
        ["Data", "Backbones", "Transport", "Models", "Losses", "Training", "Inference", "Metrics", "Experiments"];

    /// <summary>Metrics are plain numbers on plain data: they skip everything between.</summary>
    private static readonly string[] MetricsUse = ["Data"];

    /// <summary>No tensors here: neither TorchSharp nor Workbench.Torch.</summary>
    private static readonly string[] WithoutTensors = ["", "Data", "Metrics"];

    /// <summary>Each project of src and the projects it may refer to.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Projects = new Dictionary<string, string[]>
    {
        ["Workbench.Torch"] = [],
        ["Workbench"] = ["Workbench.Torch"],
        ["Workbench.Report"] = ["Workbench"],
        ["Workbench.Kernel"] = ["Workbench", "Workbench.Report"],
        ["Workbench.Cli"] = ["Workbench", "Workbench.Report", "Workbench.Kernel"],
    };

    /// <summary>
    /// The first parts of namespaces that a file of <paramref name="layer"/> must not name, by the layer's name:
    /// "Data", "Metrics", … or "" for src/Workbench itself, "Torch", "Report", "Kernel", "Cli" for the other projects.
    /// </summary>
    public static IReadOnlyList<string> ForbiddenTo(string layer)
    {
        string[] fronts = ["Workbench.Report", "Workbench.Kernel", "Workbench.Cli"];
        string[] library = [.. Order.Select(l => "Workbench." + l)];
        string[] tensors = ["TorchSharp", "Workbench.Torch"];
        if (layer == "Torch")
            return [.. library, .. fronts];
        if (Array.IndexOf(["Report", "Kernel", "Cli"], layer) is >= 0 and int front)
            return [.. fronts.Skip(front + 1)];
        int place = layer.Length == 0 ? -1 : Array.IndexOf(Order, layer);
        if (place < 0 && layer.Length > 0)
            throw new ArgumentException($"The folder '{layer}' of src/Workbench has no place in the order {string.Join(" < ", Order)}.", nameof(layer));
        IEnumerable<string> above = layer == "Metrics"
            ? Order.Where(l => l != layer && !MetricsUse.Contains(l))
            : Order.Skip(place + 1);
        return [.. above.Select(l => "Workbench." + l), .. fronts, .. WithoutTensors.Contains(layer) ? tensors : []];
    }

    /// <summary>The layer of a file, from its path relative to src: "Workbench/Data/Kitchen/X.cs" is "Data".</summary>
    public static string LayerOf(string path)
    {
        string[] parts = path.Split('/');
        return parts[0] == "Workbench" ? (parts.Length > 2 ? parts[1] : "") : parts[0]["Workbench.".Length..];
    }
}
