using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Kernel.Protocol;

/// <summary>
/// Messages to frames and back, signed with HMAC-SHA256. A signature is taken once: a message that comes again was
/// recorded by somebody.
/// </summary>
internal sealed class MessageCodec(string key)
{
    private const int ParsedFrames = 4, MostRemembered = 1 << 16;
    private static readonly byte[] s_delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString();
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = new();
    private readonly Lock _lock = new();

    /// <summary>A header of ours for a message of this type.</summary>
    public JsonObject NewHeader(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = _session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ"),
        ["msg_type"] = type,
        ["version"] = "5.3",
    };

    public IReadOnlyList<byte[]> Encode(JupyterMessage message)
    {
        byte[][] parts = [.. new[] { message.Header, message.Parent, message.Metadata, message.Content }.Select(p => Encoding.UTF8.GetBytes(p.ToJsonString(s_json)))];
        return [.. message.Identities, s_delimiter, Encoding.ASCII.GetBytes(Sign(parts)), .. parts];
    }

    /// <exception cref="BadMessageException">The frames are no message, or not one of somebody who has the key.</exception>
    public JupyterMessage Decode(IReadOnlyList<byte[]> frames)
    {
        int at = 0;
        while (at < frames.Count && !frames[at].AsSpan().SequenceEqual(s_delimiter))
            at++;
        if (frames.Count < at + 2 + ParsedFrames)
            throw new BadMessageException($"A delimiter, a signature and {ParsedFrames} parts were expected; there are {frames.Count} frames.");
        byte[][] parts = [.. frames.Skip(at + 2).Take(ParsedFrames)];
        string signature = Sign(parts);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), frames[at + 1]))
            throw new BadMessageException("The signature is wrong.");
        Remember(signature);
        try
        {
            JsonObject[] json = [.. parts.Select(p => JsonNode.Parse(p) as JsonObject ?? throw new BadMessageException("A part is no JSON object."))];
            JupyterMessage message = new([.. frames.Take(at)], json[0], json[1], json[2], json[3]);
            return message.Type.Length > 0 ? message : throw new BadMessageException("The header has no msg_type.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new BadMessageException("A part is no JSON.", e);
        }
    }

    private string Sign(byte[][] parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts)
            hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Remember(string signature)
    {
        lock (_lock)
        {
            if (!_seen.Add(signature))
                throw new BadMessageException("The message came before.");
            _order.Enqueue(signature);
            if (_order.Count > MostRemembered)
                _seen.Remove(_order.Dequeue());
        }
    }
}
