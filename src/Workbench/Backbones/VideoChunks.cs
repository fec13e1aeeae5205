using System.Threading.Channels;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// Frames of one video in chunks, decoded on a thread of its own a few chunks ahead of the reader. The chunks' bytes are RGB24, frame
/// after frame; a decoding error comes out of <see cref="Read"/> after the frames before it.
/// </summary>
internal sealed class VideoChunks : IDisposable
{
    private const int ChunksAhead = 4;

    private readonly Channel<(byte[] Rgb, int Frames)> _chunks =
        Channel.CreateBounded<(byte[], int)>(new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _stop;
    private readonly Task _decoder;

    public VideoChunks(string path, FrameOptions options, int chunk, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken stop = _stop.Token;
        _decoder = Task.Run(() => DecodeAsync(path, options, chunk, stop), CancellationToken.None);
    }

    /// <summary>The chunks in order; all but the last are full.</summary>
    public IEnumerable<(byte[] Rgb, int Frames)> Read()
    {
        while (_chunks.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_chunks.Reader.TryRead(out (byte[] Rgb, int Frames) chunk))
                yield return chunk;
        _decoder.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _decoder.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _stop.Dispose();
    }

    private async Task DecodeAsync(string path, FrameOptions options, int chunk, CancellationToken stop)
    {
        byte[]? rgb = null;
        int filled = 0;
        try
        {
            await foreach (Frame frame in FrameReader.ReadAsync(path, options, stop).ConfigureAwait(false))
            {
                rgb ??= new byte[chunk * frame.Rgb.Length];
                frame.Rgb.CopyTo(rgb, filled * frame.Rgb.Length);
                if (++filled < chunk)
                    continue;
                await _chunks.Writer.WriteAsync((rgb, filled), stop).ConfigureAwait(false);
                (rgb, filled) = (null, 0);
            }

            if (filled > 0)
                await _chunks.Writer.WriteAsync((rgb![..(rgb.Length / chunk * filled)], filled), stop).ConfigureAwait(false);
        }
        finally
        {
            _chunks.Writer.Complete();
        }
    }
}
