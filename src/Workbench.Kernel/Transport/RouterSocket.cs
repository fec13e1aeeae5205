using System.Collections.Concurrent;
using System.Net;

namespace Workbench.Kernel.Transport;

/// <summary>ROUTER: messages come with the identity of their sender before them, and go to the identity before them.</summary>
internal sealed class RouterSocket : ZmtpServer
{
    private readonly ConcurrentDictionary<string, ZmtpConnection> _byIdentity = new();
    private readonly ConcurrentDictionary<ZmtpConnection, byte[]> _identities = new();
    private readonly Action<byte[][]> _received;

    /// <param name="address">A loopback address.</param>
    /// <param name="port">0 for any that is free.</param>
    /// <param name="received">Called with each message, the sender's identity as its first frame.</param>
    /// <param name="log">Told of every peer that was cut off.</param>
    /// <param name="limits">What peers may ask.</param>
    public RouterSocket(IPAddress address, int port, Action<byte[][]> received, Action<string> log, ZmtpLimits? limits = null)
        : base("ROUTER", ["DEALER", "REQ", "ROUTER"], address, port, limits ?? ZmtpLimits.Default, log) => _received = received;

    /// <summary>Sends to the peer whose identity is the first frame. A peer that is not there: to the only one that is, else to nobody.</summary>
    public void Send(IReadOnlyList<byte[]> message)
    {
        if (!_byIdentity.TryGetValue(Convert.ToHexString(message[0]), out ZmtpConnection? connection))
            connection = _identities.Count == 1 ? _identities.Keys.FirstOrDefault() : null;
        connection?.Send([.. message.Skip(1)]);
    }

    protected override void OnOpened(ZmtpConnection connection)
    {
        byte[] identity = connection.PeerIdentity.Length > 0 ? connection.PeerIdentity : [0, .. Guid.NewGuid().ToByteArray()];
        _identities[connection] = identity;
        _byIdentity[Convert.ToHexString(identity)] = connection; // The newest of an identity, as a client that comes again expects.
    }

    protected override void OnClosed(ZmtpConnection connection)
    {
        if (_identities.TryRemove(connection, out byte[]? identity))
            _byIdentity.TryRemove(KeyValuePair.Create(Convert.ToHexString(identity), connection));
    }

    protected override void OnMessage(ZmtpConnection connection, byte[][] message)
    {
        if (_identities.TryGetValue(connection, out byte[]? identity))
            _received([identity, .. message]);
    }
}
