using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Language;
using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Protocol;

/// <summary>The requests of the shell channel that run no cell.</summary>
internal sealed class ShellRequests(NotebookSession session, ExecuteRequests execute, KernelChannels channels)
{
    private static readonly TimeSpan s_warmUpPatience = TimeSpan.FromSeconds(2);

    private readonly LanguageService _language = new(session);

    /// <summary>The content of the reply; null for a message that has none.</summary>
    public JsonObject? Answer(JupyterMessage message)
    {
        JsonObject content = message.Content;
        switch (message.Type)
        {
            case "kernel_info_request":
                // The answer tells clients that they may send cells: not before the compiler can take one.
                Warmth.Wait(s_warmUpPatience);
                return KernelInfo();
            case "is_complete_request":
                return CompletenessCheck.Check(content.Text("code"));
            case "complete_request":
                return Complete(content.Text("code"), content.Number("cursor_pos", 0));
            case "inspect_request":
                return Inspect(content.Text("code"), content.Number("cursor_pos", 0));
            case "history_request":
                return History(content);
            case "comm_info_request":
                return new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "comm_open":
                // Widgets live in Python; say so instead of letting the client wait.
                channels.Publish(message.Header, "comm_close", new JsonObject { ["comm_id"] = content.Text("comm_id"), ["data"] = new JsonObject() });
                return null;
            case "connect_request":
                return (JsonObject)channels.Ports.DeepClone();
            default:
                return null;
        }
    }

    public static JsonObject KernelInfo()
    {
        string version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.0.0";
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = "5.3",
            ["implementation"] = "workbench-csharp",
            ["implementation_version"] = version,
            ["language_info"] = KernelLanguage.Info(),
            ["banner"] = Magics.SessionListing.About(),
            ["help_links"] = new JsonArray(new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" }),
        };
    }

    private JsonObject Complete(string code, int cursor)
    {
        int at = CodePoints.ToUtf16(code, cursor);
        Completions found = _language.Complete(code, at);
        JsonArray matches = [], types = [];
        int start = CodePoints.FromUtf16(code, found.Start), end = CodePoints.FromUtf16(code, found.End);
        foreach (Completion item in found.Items)
        {
            matches.Add(item.Text);
            types.Add(new JsonObject { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature });
        }
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = matches,
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = types },
        };
    }

    private JsonObject Inspect(string code, int cursor)
    {
        string? text = _language.Inspect(code, CodePoints.ToUtf16(code, cursor));
        JsonObject data = text is null ? [] : new JsonObject { ["text/plain"] = text };
        return new JsonObject { ["status"] = "ok", ["found"] = text is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private JsonObject History(JsonObject content)
    {
        IEnumerable<(int Number, string Code)> cells = execute.History;
        int most = content.Number("n", int.MaxValue);
        switch (content.Text("hist_access_type"))
        {
            case "range":
                int start = content.Number("start", 0), stop = content.Number("stop", int.MaxValue);
                cells = cells.Where(c => c.Number >= start && c.Number < stop);
                break;
            case "search":
                // A glob; cut short where somebody sends one that takes for ever.
                string glob = Regex.Escape(content.Text("pattern", "*")).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
                Regex pattern = new($"^{glob}$", RegexOptions.Singleline | RegexOptions.NonBacktracking);
                cells = cells.Where(c => pattern.IsMatch(c.Code)).TakeLast(most);
                break;
            default:
                cells = cells.TakeLast(most);
                break;
        }
        bool output = content.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. cells.Select(c => (JsonNode)new JsonArray(1, c.Number, output ? new JsonArray(c.Code, null) : c.Code))]),
        };
    }
}
