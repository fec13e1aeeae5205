using System.Net;
using System.Text.Json;
using Workbench.Data;

namespace Workbench.Kernel.Protocol;

/// <summary>What a client writes down for a kernel that it starts: where to listen, and the key of the signatures.</summary>
internal sealed record ConnectionFile(IPAddress Address, int Shell, int IOPub, int Stdin, int Control, int Heartbeat, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <exception cref="DataFormatException">The file is not what it should be, or asks for something else than loopback TCP.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            string transport = Text(root, "transport", "tcp"), host = Text(root, "ip", "127.0.0.1"), scheme = Text(root, "signature_scheme", Scheme);
            if (transport != "tcp")
                throw new DataFormatException(path, "transport", $"tcp was expected, not '{transport}'");
            if (scheme != Scheme)
                throw new DataFormatException(path, "signature_scheme", $"{Scheme} was expected, not '{scheme}'");
            IPAddress? address = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out IPAddress? parsed) ? parsed : null;
            if (address is null || !IPAddress.IsLoopback(address))
                throw new DataFormatException(path, "ip", $"a loopback address was expected, not '{host}': whoever reaches a kernel's port could run code");
            string key = Text(root, "key", "");
            if (key.Length == 0)
                throw new DataFormatException(path, "key", "a key was expected: without one anybody on this machine could run code");
            return new ConnectionFile(
                address, Port(root, "shell_port"), Port(root, "iopub_port"), Port(root, "stdin_port"), Port(root, "control_port"), Port(root, "hb_port"), key);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new DataFormatException(path, "the connection file", $"JSON with transport, ip, key and five ports was expected ({e.Message})", e);
        }

        int Port(JsonElement root, string name) =>
            root.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int port) && port is >= 0 and <= 65535
                ? port : throw new DataFormatException(path, name, "a port was expected");
    }

    private static string Text(JsonElement root, string name, string otherwise) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;
}
