using System.Threading.Channels;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// Frames of one video in chunks, decoded by a task of its own ahead of the reader. The chunks' bytes are RGB24, frame after frame, in a
/// fixed number of buffers that go round: decoding waits until one is given back. A decoding error comes out of <see cref="Read"/> after
/// the frames before it.
/// </summary>
internal sealed class VideoChunks : IDisposable
{
    private readonly Channel<(byte[] Rgb, int Frames)> _full;
    private readonly Channel<byte[]> _free;
    private readonly CancellationTokenSource _stop;
    private readonly FrameCount _held;
    private readonly Task _decoder;
    private int _mine;

    /// <param name="path">The video.</param>
    /// <param name="options">Rate and size.</param>
    /// <param name="chunk">Frames of a chunk.</param>
    /// <param name="chunks">How many chunks are held at most, the one that the reader works on included.</param>
    /// <param name="held">Counts the frames that are held.</param>
    /// <param name="cancellation">Stops the decoder.</param>
    public VideoChunks(string path, FrameOptions options, int chunk, int chunks, FrameCount held, CancellationToken cancellation)
    {
        _held = held;
        _full = Channel.CreateBounded<(byte[], int)>(new BoundedChannelOptions(chunks) { SingleReader = true, SingleWriter = true });
        _free = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(chunks) { SingleReader = true, SingleWriter = true });
        for (int i = 0; i < chunks; i++)
            _free.Writer.TryWrite([]);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken stop = _stop.Token;
        _decoder = Task.Run(() => DecodeAsync(path, options, chunk, stop), CancellationToken.None);
    }

    /// <summary>The chunks in order; all but the last are full. Each is the reader's until it asks for the next.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Rgb, int Frames)> Read()
    {
        while (_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_full.Reader.TryRead(out (byte[] Rgb, int Frames) chunk))
            {
                yield return (chunk.Rgb, chunk.Frames);
                Count(-chunk.Frames);
                _free.Writer.TryWrite(chunk.Rgb);
            }

        _decoder.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _decoder.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _held.Add(-_mine);
        _stop.Dispose();
    }

    private async Task DecodeAsync(string path, FrameOptions options, int chunk, CancellationToken stop)
    {
        byte[]? rgb = null;
        int filled = 0;
        try
        {
            await using IAsyncEnumerator<Frame> frames = FrameReader.ReadAsync(path, options, stop).GetAsyncEnumerator(CancellationToken.None);
            while (true)
            {
                rgb ??= await _free.Reader.ReadAsync(stop).ConfigureAwait(false); // Room first: no frame is read that nobody can hold.
                if (!await frames.MoveNextAsync().ConfigureAwait(false))
                    break;
                byte[] frame = frames.Current.Rgb;
                if (rgb.Length == 0)
                    rgb = new byte[chunk * frame.Length];
                frame.CopyTo(rgb, filled * frame.Length);
                Count(1);
                if (++filled < chunk)
                    continue;
                await _full.Writer.WriteAsync((rgb, filled), stop).ConfigureAwait(false);
                (rgb, filled) = (null, 0);
            }

            if (filled > 0)
                await _full.Writer.WriteAsync((rgb!, filled), stop).ConfigureAwait(false);
        }
        finally
        {
            _full.Writer.Complete();
        }
    }

    private void Count(int frames)
    {
        Interlocked.Add(ref _mine, frames);
        _held.Add(frames);
    }
}
