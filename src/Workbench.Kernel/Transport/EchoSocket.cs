using System.Net;

namespace Workbench.Kernel.Transport;

/// <summary>REP that answers with what it was sent: the heartbeat.</summary>
internal sealed class EchoSocket : ZmtpServer
{
    public EchoSocket(IPAddress address, int port, Action<string> log, ZmtpLimits? limits = null)
        : base("REP", ["REQ", "DEALER"], address, port, limits ?? ZmtpLimits.Default, log)
    {
    }

    protected override void OnMessage(ZmtpConnection connection, byte[][] message) => connection.Send(message);
}
