using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Report.Rendering;

/// <summary>
/// Chromium's DevTools protocol over a pair of pipes: commands and answers are JSON objects, each ended by a zero byte. Pipes, unlike a
/// port, can be opened by nobody else, and Chromium ends by itself when the other end is gone.
/// </summary>
internal sealed class DevTools(Stream toBrowser, Stream fromBrowser) : IDisposable
{
    private static readonly JsonSerializerOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1);
    private int _last;
    private volatile bool _ended;

    /// <summary>Reads answers until the browser's end of the pipe closes; then everything that still waits fails.</summary>
    public async Task ListenAsync()
    {
        var message = new ArrayBufferWriter<byte>(1 << 16);
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = await fromBrowser.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
                Take(buffer.AsSpan(0, read), message);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or JsonException)
        {
            // The same as an end.
        }
        _ended = true;
        foreach (int id in _waiting.Keys)
            if (_waiting.TryRemove(id, out TaskCompletionSource<JsonObject>? waiting))
                waiting.TrySetException(new IOException("Chromium ended."));
    }

    /// <summary>Sends a command and gives the "result" of its answer.</summary>
    /// <exception cref="IOException">Chromium refused the command, or it ended.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        int id = Interlocked.Increment(ref _last);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            command["sessionId"] = session;
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(command, s_format);
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            await _writing.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                // Not cancellable: half a command would spoil all later ones.
                await toBrowser.WriteAsync(bytes, CancellationToken.None).ConfigureAwait(false);
                await toBrowser.WriteAsync(new byte[1], CancellationToken.None).ConfigureAwait(false);
                await toBrowser.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                _writing.Release();
            }
            if (_ended)
                throw new IOException("Chromium ended.");
            JsonObject reply = await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
            return reply["error"] is JsonObject error
                ? throw new IOException($"Chromium answered {method} with: {(string?)error["message"]}")
                : reply["result"] as JsonObject ?? [];
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public void Dispose()
    {
        toBrowser.Dispose();
        fromBrowser.Dispose();
    }

    private void Take(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> message)
    {
        for (int end; (end = bytes.IndexOf((byte)0)) >= 0; bytes = bytes[(end + 1)..])
        {
            message.Write(bytes[..end]);
            if (JsonNode.Parse(message.WrittenSpan) is JsonObject answer && answer["id"] is { } id && _waiting.TryRemove((int)id, out TaskCompletionSource<JsonObject>? waiting))
                waiting.TrySetResult(answer);
            message.ResetWrittenCount();
        }
        message.Write(bytes);
    }
}
