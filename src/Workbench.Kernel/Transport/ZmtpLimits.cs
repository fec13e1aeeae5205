namespace Workbench.Kernel.Transport;

/// <summary>What a peer may ask of us before it is cut off. Anybody on the machine can connect to a loopback port.</summary>
internal sealed record ZmtpLimits
{
    public static ZmtpLimits Default { get; } = new();

    /// <summary>Bytes of one frame.</summary>
    public long Frame { get; init; } = 64L << 20;

    /// <summary>Frames of one message.</summary>
    public int Frames { get; init; } = 64;

    /// <summary>Bytes of one message.</summary>
    public long Message { get; init; } = 128L << 20;

    /// <summary>Bytes of a command, which is all that a peer sends before it is known.</summary>
    public int Command { get; init; } = 4096;

    /// <summary>Connections of one socket.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>Time to say who one is.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);
}
