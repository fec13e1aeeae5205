using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Tests;

/// <summary>A session whose cells' outputs are kept as the runner keeps them.</summary>
internal sealed class TestSession : IDisposable
{
    private readonly Dictionary<string, List<JsonObject>> _displayed = [];
    private int _number;

    public NotebookSession Session { get; } = new(new SessionOptions());

    /// <summary>The outputs of the last cell.</summary>
    public IReadOnlyList<JsonObject> Outputs { get; private set; } = [];

    /// <summary>Everything printed to standard output by the last cell.</summary>
    public string Printed => string.Concat(Of("stream").Where(o => (string?)o["name"] == "stdout").Select(o => (string?)o["text"]));

    /// <summary>The last cell's value as text; null when it showed none.</summary>
    public string? Value => (string?)Of("execute_result").SingleOrDefault()?["data"]?["text/plain"];

    public IEnumerable<JsonObject> Of(string kind) => Outputs.Where(o => (string?)o["output_type"] == kind);

    /// <summary>Runs a cell; <paramref name="streamed"/> is told what it prints while it runs.</summary>
    public CellResult Run(string code, Action<string>? streamed = null)
    {
        OutputCollector collector = new(_displayed);
        CellResult result = Session.Execute(code, ++_number, streamed is null ? collector : new StreamListener(collector, streamed));
        Outputs = collector.Outputs;
        return result;
    }

    /// <summary>The text of the last expression of a cell that must not fail.</summary>
    public string? Evaluate(string code)
    {
        CellResult result = Run(code);
        Assert.True(result.Ok, result.Error is { } e ? $"{e.Name}: {e.Value}" : "");
        return Value;
    }

    public void Dispose() => Session.Dispose();
}
