using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Nn;

/// <summary>The values of tests/fixtures/nn, made by make_nn_fixtures.py with PyTorch 1.13.</summary>
internal static class NnFixtures
{
    public static JsonElement Open(string name)
    {
        var text = File.ReadAllText(Path.Combine(Fixture.Folder(), "nn", name + ".json"));
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static IEnumerable<object[]> Names(string file) =>
        Open(file).EnumerateArray().Select(one => new object[] { one.GetProperty("name").GetString()! });

    public static JsonElement Case(string file, string name) =>
        Open(file).EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    public static Tensor Read(JsonElement value)
    {
        long[] shape = [.. value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var numbers = value.GetProperty("values").EnumerateArray();
        return value.GetProperty("type").GetString() switch
        {
            "float32" => tensor(numbers.Select(one => (float)Number(one)).ToArray(), shape),
            "float64" => tensor(numbers.Select(Number).ToArray(), shape),
            "int64" => tensor(numbers.Select(one => one.GetInt64()).ToArray(), shape),
            var other => throw new InvalidDataException($"a fixture of {other}"),
        };
    }

    public static Tensor?[] ReadAll(JsonElement list) =>
        [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Null ? null : Read(one))];

    public static double Number(JsonElement one) => one.ValueKind == JsonValueKind.String
        ? double.Parse(one.GetString()!.Replace("inf", "Infinity"), CultureInfo.InvariantCulture)
        : one.GetDouble();

    /// <summary>The weights of the sum that is differentiated: cos(0), cos(1), …</summary>
    public static Tensor Cotangent(Tensor like) =>
        arange(like.numel(), dtype: float64).cos().to(like.dtype).reshape(like.shape);

    public static void Close(Tensor expected, Tensor actual, string what, double tolerance = 2e-5)
    {
        Assert.True(expected.shape.SequenceEqual(actual.shape),
            $"{what}: [{string.Join(", ", actual.shape)}], expected [{string.Join(", ", expected.shape)}]");
        using var _ = no_grad();
        var (one, other) = (expected.to(float64), actual.to(float64));
        var furthest = one.numel() == 0 ? 0 : ((one - other).abs() / (1 + one.abs())).max().item<double>();
        Assert.True(furthest <= tolerance, $"{what}: off by {furthest:G3}\nexpected {one}\nactual {other}");
    }
}
