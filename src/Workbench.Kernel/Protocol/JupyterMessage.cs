using System.Text.Json.Nodes;

namespace Workbench.Kernel.Protocol;

/// <summary>A message of the Jupyter protocol.</summary>
/// <param name="Identities">Routing frames before the delimiter: the sender, or the topic of what is published.</param>
/// <param name="Header">Who, when, what.</param>
/// <param name="Parent">The header of what this answers; empty when it answers nothing.</param>
/// <param name="Metadata">Mostly empty.</param>
/// <param name="Content">What the type says.</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Metadata, JsonObject Content)
{
    /// <summary>"execute_request", …</summary>
    public string Type => Header.Text("msg_type");
}
