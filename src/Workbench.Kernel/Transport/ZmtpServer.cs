using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Workbench.Kernel.Transport;

/// <summary>
/// A bound ZeroMQ socket on a loopback port: accepts peers, hands on what they say. A peer that misbehaves loses its
/// connection, and only that.
/// </summary>
internal abstract class ZmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ZmtpConnection, bool> _connections = new();
    private readonly string _type;
    private readonly string[] _peers;
    private readonly ZmtpLimits _limits;
    private readonly Action<string> _log;
    private int _open;

    /// <param name="type">The own type, and in <paramref name="peers"/> those that may connect.</param>
    /// <param name="peers">Types of sockets that this one talks to.</param>
    /// <param name="address">A loopback address.</param>
    /// <param name="port">0 for any that is free.</param>
    /// <param name="limits">What peers may ask.</param>
    /// <param name="log">Told of every peer that was cut off, and why.</param>
    /// <exception cref="ArgumentException">The address is not loopback.</exception>
    protected ZmtpServer(string type, string[] peers, IPAddress address, int port, ZmtpLimits limits, Action<string> log)
    {
        if (!IPAddress.IsLoopback(address))
            throw new ArgumentException($"A loopback address was expected, not {address}: whoever reaches a kernel's port could run code.", nameof(address));
        (_type, _peers, _limits, _log) = (type, peers, limits, log);
        _listener = new TcpListener(address, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    protected IEnumerable<ZmtpConnection> Connections => _connections.Keys;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await Task.WhenAll(_connections.Keys.Select(c => c.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    /// <summary>A whole message came.</summary>
    protected abstract void OnMessage(ZmtpConnection connection, byte[][] message);

    /// <summary>A peer is there, and may be sent to.</summary>
    protected virtual void OnOpened(ZmtpConnection connection)
    {
    }

    /// <summary>A peer is gone.</summary>
    protected virtual void OnClosed(ZmtpConnection connection)
    {
    }

    /// <summary>A command other than PING came.</summary>
    protected virtual void OnCommand(ZmtpConnection connection, ZmtpCommand command)
    {
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                if (Interlocked.Increment(ref _open) > _limits.Connections)
                {
                    Interlocked.Decrement(ref _open);
                    client.Dispose();
                    _log($"{_type}: more than {_limits.Connections} connections; one was refused");
                    continue;
                }
                _ = ServeAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e)
            {
                _log($"{_type}: {e.Message}");
                await Task.Delay(100).ConfigureAwait(false); // Out of file handles, perhaps.
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        ZmtpConnection? connection = null;
        try
        {
            client.NoDelay = true;
            connection = await ZmtpConnection.OpenAsync(client.GetStream(), _type, [], _limits, _stop.Token).ConfigureAwait(false);
            if (!_peers.Contains(connection.PeerType))
                throw new ZmtpException($"{string.Join(" or ", _peers)} was expected, not '{connection.PeerType}'.");
            _connections[connection] = true;
            OnOpened(connection);
            while (await connection.ReadAsync(_stop.Token).ConfigureAwait(false) is var (command, message))
            {
                if (command is null)
                    OnMessage(connection, message);
                else if (command.Name == "PING" && command.Body.Length is >= 2 and <= 18)
                    connection.Send(new ZmtpCommand("PONG", command.Body[2..]));
                else
                    OnCommand(connection, command);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            if (!_stop.IsCancellationRequested)
                _log($"{_type}: a connection ended: {e.Message}");
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            if (connection is not null && _connections.TryRemove(connection, out _))
                OnClosed(connection);
            if (connection is not null)
                await connection.DisposeAsync().ConfigureAwait(false);
            client.Dispose();
        }
    }
}
