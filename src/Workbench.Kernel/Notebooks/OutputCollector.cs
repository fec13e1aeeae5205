using System.Text.Json.Nodes;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Notebooks;

/// <summary>Outputs of one cell in nbformat's form, for the file. Updates replace what they update, also in earlier cells.</summary>
internal sealed class OutputCollector(Dictionary<string, List<JsonObject>> displayed) : ICellOutput
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _outputs = [];
    private bool _clearNext;

    /// <summary>The outputs so far, text not yet split into lines.</summary>
    public IReadOnlyList<JsonObject> Outputs
    {
        get
        {
            lock (_lock)
                return [.. _outputs];
        }
    }

    public void Stream(string name, string text)
    {
        lock (_lock)
        {
            if (!_clearNext && _outputs.Count > 0 && (string?)_outputs[^1]["output_type"] == "stream" && (string?)_outputs[^1]["name"] == name)
                _outputs[^1]["text"] = (string?)_outputs[^1]["text"] + text;
            else
                Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = text });
        }
    }

    public void Display(MimeBundle bundle, string displayId, bool update)
    {
        lock (displayed)
        {
            if (update)
            {
                foreach (JsonObject earlier in displayed.GetValueOrDefault(displayId) ?? [])
                    (earlier["data"], earlier["metadata"]) = (bundle.DataObject(), bundle.Metadata.DeepClone());
                return;
            }
            JsonObject output = new()
            {
                ["data"] = bundle.DataObject(),
                ["metadata"] = bundle.Metadata.DeepClone(),
                ["output_type"] = "display_data",
            };
            if (!displayed.TryGetValue(displayId, out List<JsonObject>? list))
                displayed[displayId] = list = [];
            list.Add(output);
            lock (_lock)
                Add(output);
        }
    }

    public void Result(MimeBundle bundle, int number)
    {
        lock (_lock)
        {
            Add(new JsonObject
            {
                ["data"] = bundle.DataObject(),
                ["execution_count"] = number,
                ["metadata"] = bundle.Metadata.DeepClone(),
                ["output_type"] = "execute_result",
            });
        }
    }

    public void Error(CellError error)
    {
        lock (_lock)
        {
            Add(new JsonObject
            {
                ["ename"] = error.Name,
                ["evalue"] = error.Value,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
            });
        }
    }

    public void Clear(bool wait)
    {
        lock (_lock)
        {
            _clearNext = wait;
            if (!wait)
                _outputs.Clear();
        }
    }

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        throw new NotSupportedException("There is nobody to ask: the notebook runs without a client. Make it a parameter (--set name=value).");

    private void Add(JsonObject output)
    {
        if (_clearNext)
            _outputs.Clear();
        _clearNext = false;
        _outputs.Add(output);
    }
}
