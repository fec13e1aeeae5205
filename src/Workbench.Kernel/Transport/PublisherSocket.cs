using System.Collections.Concurrent;
using System.Net;

namespace Workbench.Kernel.Transport;

/// <summary>PUB: every message goes to every peer that subscribed to a beginning of its first frame. Nothing is dropped.</summary>
internal sealed class PublisherSocket : ZmtpServer
{
    private readonly ConcurrentDictionary<ZmtpConnection, List<byte[]>> _topics = new();
    private readonly ManualResetEventSlim _subscribed = new();

    public PublisherSocket(IPAddress address, int port, Action<string> log, ZmtpLimits? limits = null)
        : base("PUB", ["SUB", "XSUB"], address, port, limits ?? ZmtpLimits.Default, log)
    {
    }

    /// <summary>Waits for the first subscription ever; false when it does not come in time.</summary>
    public bool WaitForSubscriber(TimeSpan patience) => _subscribed.Wait(patience);

    public void Send(IReadOnlyList<byte[]> message)
    {
        foreach ((ZmtpConnection connection, List<byte[]> topics) in _topics)
        {
            lock (topics)
            {
                if (topics.Exists(topic => message[0].AsSpan().StartsWith(topic)))
                    connection.Send(message);
            }
        }
    }

    protected override void OnOpened(ZmtpConnection connection) => _topics[connection] = [];

    protected override void OnClosed(ZmtpConnection connection) => _topics.TryRemove(connection, out _);

    /// <summary>ZMTP 3.0 subscribes by messages: 1 or 0 and the topic.</summary>
    protected override void OnMessage(ZmtpConnection connection, byte[][] message)
    {
        if (message is [[1, .. var topic]])
            Subscribe(connection, topic);
        else if (message is [[0, .. var old]])
            Unsubscribe(connection, old);
    }

    /// <summary>ZMTP 3.1 by commands.</summary>
    protected override void OnCommand(ZmtpConnection connection, ZmtpCommand command)
    {
        if (command.Name == "SUBSCRIBE")
            Subscribe(connection, command.Body);
        else if (command.Name == "CANCEL")
            Unsubscribe(connection, command.Body);
    }

    private void Subscribe(ZmtpConnection connection, byte[] topic)
    {
        if (_topics.TryGetValue(connection, out List<byte[]>? topics))
        {
            lock (topics)
            {
                if (topics.Count < 1000)
                    topics.Add(topic);
            }
            _subscribed.Set();
        }
    }

    private void Unsubscribe(ZmtpConnection connection, byte[] topic)
    {
        if (_topics.TryGetValue(connection, out List<byte[]>? topics))
        {
            lock (topics)
            {
                int at = topics.FindIndex(t => t.AsSpan().SequenceEqual(topic));
                if (at >= 0)
                    topics.RemoveAt(at);
            }
        }
    }
}
