using System.Buffers.Binary;
using System.Text;
using System.Threading.Channels;

namespace Workbench.Kernel.Transport;

/// <summary>
/// One connection of ZeroMQ's wire protocol, ZMTP 3.0 (rfc.zeromq.org/spec/23), with the NULL mechanism. Reading is for
/// one reader; sending is for anybody and never blocks.
/// </summary>
internal sealed class ZmtpConnection : IAsyncDisposable
{
    private const int GreetingLength = 64, ReadAtOnce = 1 << 16;
    private const byte More = 1, Long = 2, Command = 4;
    private readonly Stream _stream, _reader;
    private readonly ZmtpLimits _limits;
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private Task _writing = Task.CompletedTask;

    private ZmtpConnection(Stream stream, ZmtpLimits limits) => (_stream, _reader, _limits) = (stream, new BufferedStream(stream, ReadAtOnce), limits);

    /// <summary>"DEALER", "SUB", …</summary>
    public string PeerType { get; private set; } = "";

    /// <summary>The identity by which a ROUTER addresses the peer; empty when it gave none.</summary>
    public byte[] PeerIdentity { get; private set; } = [];

    /// <summary>Greets, and hears what the peer is.</summary>
    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    /// <exception cref="IOException">It left.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static async Task<ZmtpConnection> OpenAsync(
        Stream stream, string socketType, byte[] identity, ZmtpLimits limits, CancellationToken cancellation)
    {
        ZmtpConnection connection = new(stream, limits);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limits.Handshake);
        byte[] greeting = new byte[GreetingLength];
        (greeting[0], greeting[9], greeting[10]) = (0xff, 0x7f, 3);
        Encoding.ASCII.GetBytes("NULL", greeting.AsSpan(12));
        await stream.WriteAsync(greeting, patience.Token).ConfigureAwait(false);
        byte[] theirs = await connection.ReadExactlyAsync(GreetingLength, patience.Token).ConfigureAwait(false);
        if (theirs[0] != 0xff || theirs[9] != 0x7f || theirs[10] < 3)
            throw new ZmtpException("The greeting of ZMTP 3 was expected.");
        if (Encoding.ASCII.GetString(theirs, 12, 20).TrimEnd('\0') is var mechanism && mechanism != "NULL")
            throw new ZmtpException($"The mechanism NULL was expected, not '{mechanism}'.");
        await stream.WriteAsync(Frame(Command, ZmtpCommand.Ready(socketType, identity).ToBytes()), patience.Token).ConfigureAwait(false);
        (byte flags, byte[] body) = await connection.ReadFrameAsync(limits.Command, patience.Token).ConfigureAwait(false);
        ZmtpCommand ready = (flags & Command) != 0 ? ZmtpCommand.Parse(body) : throw new ZmtpException("READY was expected, not a message.");
        if (ready.Name != "READY")
            throw new ZmtpException($"READY was expected, not {ready.Name}.");
        Dictionary<string, byte[]> properties = ready.Properties();
        connection.PeerType = properties.TryGetValue("socket-type", out byte[]? type) ? Encoding.ASCII.GetString(type) : "";
        connection.PeerIdentity = properties.GetValueOrDefault("identity") ?? [];
        if (connection.PeerIdentity.Length > 255)
            throw new ZmtpException("An identity has at most 255 bytes.");
        connection._writing = connection.WriteAsync();
        return connection;
    }

    /// <summary>The next message or command; null when the peer has left between two of them.</summary>
    /// <exception cref="ZmtpException">Something larger than the limits allow, or no ZMTP.</exception>
    /// <exception cref="IOException">The peer left in the middle.</exception>
    public async Task<(ZmtpCommand? Command, byte[][] Message)?> ReadAsync(CancellationToken cancellation)
    {
        List<byte[]> frames = [];
        long size = 0;
        while (true)
        {
            byte flags;
            byte[] body;
            try
            {
                (flags, body) = await ReadFrameAsync(_limits.Frame, cancellation).ConfigureAwait(false);
            }
            catch (EndOfStreamException) when (frames.Count == 0)
            {
                return null;
            }
            if ((flags & Command) != 0)
                return (ZmtpCommand.Parse(body), []);
            frames.Add(body);
            size += body.Length;
            if (frames.Count > _limits.Frames || size > _limits.Message)
                throw new ZmtpException($"A message of at most {_limits.Frames} frames and {_limits.Message} bytes was expected.");
            if ((flags & More) == 0)
                return (null, [.. frames]);
        }
    }

    /// <summary>Sends a message, in order with the others; what cannot be sent any more is dropped.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        using MemoryStream bytes = new();
        for (int i = 0; i < frames.Count; i++)
            bytes.Write(Frame(i < frames.Count - 1 ? More : (byte)0, frames[i]));
        _outgoing.Writer.TryWrite(bytes.ToArray());
    }

    public void Send(ZmtpCommand command) => _outgoing.Writer.TryWrite(Frame(Command, command.ToBytes()));

    /// <summary>Sends what was given, at most for a moment, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _outgoing.Writer.TryComplete();
        await Task.WhenAny(_writing, Task.Delay(500)).ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private static byte[] Frame(byte flags, byte[] body)
    {
        if (body.Length < 256)
            return [flags, (byte)body.Length, .. body];
        byte[] frame = new byte[9 + body.Length];
        frame[0] = (byte)(flags | Long);
        BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame, 9);
        return frame;
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (byte[] bytes in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
                await _stream.WriteAsync(bytes).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            _outgoing.Writer.TryComplete();
        }
    }

    private async Task<(byte Flags, byte[] Body)> ReadFrameAsync(long limit, CancellationToken cancellation)
    {
        byte flags = (await ReadExactlyAsync(1, cancellation).ConfigureAwait(false))[0];
        if ((flags & ~(More | Long | Command)) != 0 || (flags & (Command | More)) == (Command | More))
            throw new ZmtpException($"A frame begins with flags that do not exist: 0x{flags:x2}.");
        byte[] length = await ReadExactlyAsync((flags & Long) != 0 ? 8 : 1, cancellation).ConfigureAwait(false);
        ulong size = length.Length == 1 ? length[0] : BinaryPrimitives.ReadUInt64BigEndian(length);
        ulong most = (ulong)((flags & Command) != 0 ? Math.Min(limit, _limits.Command) : limit);
        if (size > most)
            throw new ZmtpException($"A frame of at most {most} bytes was expected, not {size}.");
        return (flags, await ReadExactlyAsync((int)size, cancellation).ConfigureAwait(false));
    }

    /// <summary>Memory grows with what arrives, not with what is announced.</summary>
    private async Task<byte[]> ReadExactlyAsync(int count, CancellationToken cancellation)
    {
        byte[] bytes = new byte[Math.Min(count, ReadAtOnce)];
        for (int read = 0; read < count;)
        {
            if (read == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
            int got = await _reader.ReadAsync(bytes.AsMemory(read), cancellation).ConfigureAwait(false);
            if (got == 0)
                throw new EndOfStreamException($"The peer left {read} bytes into {count}.");
            read += got;
        }
        return bytes;
    }
}
