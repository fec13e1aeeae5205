using System.Net.Sockets;

namespace Workbench.Kernel.Transport;

/// <summary>The connecting side, as far as a kernel's own check needs it: DEALER, SUB or REQ.</summary>
internal sealed class ZmtpClient : IAsyncDisposable
{
    private readonly TcpClient _client;
    private readonly ZmtpConnection _connection;

    private ZmtpClient(TcpClient client, ZmtpConnection connection) => (_client, _connection) = (client, connection);

    /// <param name="type">"DEALER", "SUB" or "REQ".</param>
    /// <param name="host">The server's address.</param>
    /// <param name="port">Its port; tried again while nobody listens there.</param>
    /// <param name="identity">The identity for a ROUTER.</param>
    /// <param name="cancellation">Ends the trying.</param>
    public static async Task<ZmtpClient> ConnectAsync(string type, string host, int port, byte[] identity, CancellationToken cancellation)
    {
        while (true)
        {
            TcpClient client = new() { NoDelay = true };
            try
            {
                await client.ConnectAsync(host, port, cancellation).ConfigureAwait(false);
                ZmtpConnection connection = await ZmtpConnection.OpenAsync(client.GetStream(), type, identity, ZmtpLimits.Default, cancellation).ConfigureAwait(false);
                if (type == "SUB")
                    connection.Send([[1]]);
                return new ZmtpClient(client, connection);
            }
            catch (SocketException)
            {
                client.Dispose();
                await Task.Delay(10, cancellation).ConfigureAwait(false); // Where the trying has ended meanwhile, this says so.
            }
        }
    }

    public void Send(params IReadOnlyList<byte[]> frames) => _connection.Send(frames);

    /// <exception cref="IOException">The server has left.</exception>
    public async Task<byte[][]> ReceiveAsync(CancellationToken cancellation)
    {
        while (await _connection.ReadAsync(cancellation).ConfigureAwait(false) is var (command, message))
        {
            if (command is null)
                return message;
        }
        throw new EndOfStreamException("The kernel closed the connection.");
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }
}
