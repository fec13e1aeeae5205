using System.Text.Json.Nodes;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Protocol;

/// <summary>The outputs of one execute_request, published to the clients.</summary>
internal sealed class ClientOutput(KernelChannels channels, InputRequests input, JupyterMessage request) : ICellOutput
{
    private readonly bool _silent = request.Content.Flag("silent", false), _mayAsk = request.Content.Flag("allow_stdin", true);

    public void Stream(string name, string text) =>
        channels.Publish(request.Header, "stream", new JsonObject { ["name"] = name, ["text"] = text });

    public void Display(MimeBundle bundle, string displayId, bool update) =>
        channels.Publish(request.Header, update ? "update_display_data" : "display_data", new JsonObject
        {
            ["data"] = bundle.DataObject(),
            ["metadata"] = bundle.Metadata.DeepClone(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });

    public void Result(MimeBundle bundle, int number)
    {
        if (!_silent)
        {
            channels.Publish(request.Header, "execute_result", new JsonObject
            {
                ["data"] = bundle.DataObject(),
                ["metadata"] = bundle.Metadata.DeepClone(),
                ["execution_count"] = number,
            });
        }
    }

    public void Error(CellError error) => channels.Publish(request.Header, "error", ErrorContent(error));

    public void Clear(bool wait) => channels.Publish(request.Header, "clear_output", new JsonObject { ["wait"] = wait });

    public Task<string> AskAsync(string prompt, bool password, CancellationToken cancellation) =>
        _mayAsk ? input.AskAsync(request, prompt, password, cancellation)
            : throw new NotSupportedException("There is nobody to ask: this client answers no questions.");

    /// <summary>The fields that the error message and the reply of a failed cell share.</summary>
    public static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
    };
}
