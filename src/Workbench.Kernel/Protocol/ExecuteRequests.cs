using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Protocol;

/// <summary>Runs cells for clients. After an error, those that already wait in the queue are aborted, and only those.</summary>
internal sealed class ExecuteRequests(NotebookSession session, KernelChannels channels, InputRequests input)
{
    private readonly List<(int Number, string Code)> _history = [];
    private int _count;

    /// <summary>The cells that were run and counted.</summary>
    public IReadOnlyList<(int Number, string Code)> History => _history;

    public int Count => _count;

    /// <summary>Runs one; false when those behind it must be aborted.</summary>
    public bool Run(JupyterMessage request)
    {
        string code = request.Content.Text("code");
        bool silent = request.Content.Flag("silent", false);
        if (!silent && request.Content.Flag("store_history", true))
        {
            _count++;
            _history.Add((_count, code));
        }
        if (!silent)
            channels.Publish(request.Header, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _count });
        CellResult result = session.Execute(code, _count, new ClientOutput(channels, input, request));
        JsonObject content = result.Error is { } error ? ClientOutput.ErrorContent(error) : new JsonObject
        {
            ["payload"] = new JsonArray(),
            ["user_expressions"] = UserExpressions(request),
        };
        content["status"] = result.Ok ? "ok" : "error";
        content["execution_count"] = _count;
        channels.ReplyShell(request, "execute_reply", content);
        return result.Ok || !request.Content.Flag("stop_on_error", true);
    }

    public void Abort(JupyterMessage request) => channels.ReplyShell(
        request, "execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = _count, ["ename"] = "", ["evalue"] = "", ["traceback"] = new JsonArray() });

    private JsonObject UserExpressions(JupyterMessage request)
    {
        JsonObject results = [];
        if (request.Content["user_expressions"] is not JsonObject expressions)
            return results;
        foreach ((string name, JsonNode? expression) in expressions)
        {
            ExpressionOutput output = new();
            CellResult result = session.Execute(expression is JsonValue value && value.TryGetValue(out string? text) ? text : "", _count, output);
            JsonObject content = result.Error is { } error ? ClientOutput.ErrorContent(error)
                : new JsonObject { ["data"] = output.Bundle?.DataObject() ?? [], ["metadata"] = new JsonObject() };
            content["status"] = result.Ok ? "ok" : "error";
            results[name] = content;
        }
        return results;
    }
}
