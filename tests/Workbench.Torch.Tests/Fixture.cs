using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests;

/// <summary>Answers of PyTorch's Python front (tests/fixtures/torch/make.py), and the inputs that both sides make alike.</summary>
internal static class Fixture
{
    private static readonly Dictionary<string, JsonElement> cases = Read();

    public static IEnumerable<string> Names => cases.Keys;

    /// <summary>sin of 1, 2, 3, … as in make.py.</summary>
    public static Tensor Pattern(long[] shape, double shift = 0)
    {
        long count = shape.Aggregate(1L, (product, size) => product * size);
        double[] values = [.. Enumerable.Range(1, (int)count).Select(k => Math.Sin((k * 1.7) + shift) * 2)];
        return tensor(values, shape);
    }

    /// <summary>Same shape, same values to a part in 10^9 (what rounding to another type leaves is in the fixture itself).</summary>
    public static void Same(string name, Tensor got)
    {
        JsonElement expected = cases[name];
        Assert.Equal([.. expected.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())], got.shape);
        double[] values = [.. expected.GetProperty("values").EnumerateArray().Select(v => v.ValueKind switch
        {
            JsonValueKind.True => 1.0,
            JsonValueKind.False => 0.0,
            _ => v.GetDouble(),
        })];
        double[] ours = got.to(float64).cpu().contiguous().data<double>().ToArray();
        for (int k = 0; k < values.Length; k++)
            Assert.True(
                Math.Abs(values[k] - ours[k]) <= 1e-9 * Math.Max(1, Math.Abs(values[k])),
                $"{name}[{k}]: PyTorch says {values[k]:R}, we say {ours[k]:R}");
    }

    private static Dictionary<string, JsonElement> Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "torch", "operators.json")));
        return document.RootElement.GetProperty("cases").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.Clone());
    }

    /// <summary>tests/fixtures of the checkout, or of the bundle that this program was unpacked from.</summary>
    public static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workbench.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "fixtures");
    }
}
