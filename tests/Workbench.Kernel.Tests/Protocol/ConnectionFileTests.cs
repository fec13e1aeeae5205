using Workbench.Data;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel.Tests.Protocol;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Good = """{"transport": "tcp", "ip": "127.0.0.1", "key": "k", "signature_scheme": "hmac-sha256", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5, "kernel_name": "x"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_of_a_client_is_read()
    {
        ConnectionFile connection = Read(Good);
        Assert.Equal((1, 2, 3, 4, 5, "k"), (connection.Shell, connection.IOPub, connection.Stdin, connection.Control, connection.Heartbeat, connection.Key));
    }

    [Theory]
    [InlineData("\"127.0.0.1\"", "\"0.0.0.0\"", "loopback")]
    [InlineData("\"127.0.0.1\"", "\"192.0.2.7\"", "loopback")]
    [InlineData("\"tcp\"", "\"ipc\"", "tcp was expected")]
    [InlineData("hmac-sha256", "hmac-md5", "hmac-sha256 was expected")]
    [InlineData("\"k\"", "\"\"", "a key was expected")]
    [InlineData("\"shell_port\": 1", "\"shell_port\": 70000", "a port was expected")]
    [InlineData("\"hb_port\": 5", "\"other\": 5", "a port was expected")]
    [InlineData("{", "[", "JSON")]
    public void What_is_wrong_is_named(string part, string instead, string words)
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(_folder.File("c.json"), text);
        return ConnectionFile.Read(_folder.File("c.json"));
    }
}
