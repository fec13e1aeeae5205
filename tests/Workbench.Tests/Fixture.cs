using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Tests;

/// <summary>Reads committed JSON fixtures as tensors and compares tensors.</summary>
internal static class Fixture
{
    public static JsonElement Json(string relative) => JsonDocument.Parse(File.ReadAllText(Fixtures.Find(relative))).RootElement;

    /// <summary>Nested arrays of numbers as a float64 tensor.</summary>
    public static Tensor Tensor(JsonElement element)
    {
        var shape = new List<long>();
        for (JsonElement e = element; e.ValueKind == JsonValueKind.Array; e = e[0])
            shape.Add(e.GetArrayLength());
        var values = new List<double>();
        Flatten(element, values);
        return tensor(values.ToArray(), shape.ToArray());
    }

    public static void Close(Tensor expected, Tensor actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.shape, actual.shape);
        double difference = (expected.to(ScalarType.Float64) - actual.to(ScalarType.Float64)).abs().max().item<double>();
        Assert.True(difference <= tolerance, $"The largest difference is {difference:g3}, allowed is {tolerance:g3}.");
    }

    private static void Flatten(JsonElement element, List<double> values)
    {
        if (element.ValueKind != JsonValueKind.Array)
            values.Add(element.GetDouble());
        else
            foreach (JsonElement child in element.EnumerateArray())
                Flatten(child, values);
    }
}
