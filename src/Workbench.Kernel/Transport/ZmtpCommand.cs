using System.Buffers.Binary;
using System.Text;

namespace Workbench.Kernel.Transport;

/// <summary>A command of ZMTP: a short name and what belongs to it.</summary>
internal sealed record ZmtpCommand(string Name, byte[] Body)
{
    /// <summary>READY, the command by which each side says what socket it is.</summary>
    public static ZmtpCommand Ready(string socketType, ReadOnlySpan<byte> identity)
    {
        List<byte> body = [];
        Append(body, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        if (identity.Length > 0)
            Append(body, "Identity", identity);
        return new ZmtpCommand("READY", [.. body]);
    }

    /// <exception cref="ZmtpException">The bytes are no command.</exception>
    public static ZmtpCommand Parse(byte[] frame)
    {
        if (frame.Length == 0 || frame.Length < 1 + frame[0])
            throw new ZmtpException("A command was expected that is as long as it says.");
        return new ZmtpCommand(Encoding.ASCII.GetString(frame, 1, frame[0]), frame[(1 + frame[0])..]);
    }

    public byte[] ToBytes() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Body];

    /// <summary>The properties of a READY, by lower-case name.</summary>
    /// <exception cref="ZmtpException">They are cut off.</exception>
    public Dictionary<string, byte[]> Properties()
    {
        Dictionary<string, byte[]> properties = [];
        ReadOnlySpan<byte> rest = Body;
        while (rest.Length > 0)
        {
            int name = rest[0];
            if (rest.Length < 1 + name + 4)
                throw new ZmtpException("READY ends inside of a property.");
            uint value = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + name)..]);
            if (value > rest.Length - 5 - name)
                throw new ZmtpException("READY ends inside of a property's value.");
            properties[Encoding.ASCII.GetString(rest.Slice(1, name)).ToLowerInvariant()] = rest.Slice(5 + name, (int)value).ToArray();
            rest = rest[(5 + name + (int)value)..];
        }
        return properties;
    }

    private static void Append(List<byte> body, string name, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        body.Add((byte)name.Length);
        body.AddRange(Encoding.ASCII.GetBytes(name));
        body.AddRange(length);
        body.AddRange(value);
    }
}
