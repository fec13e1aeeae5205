using System.Diagnostics;
using System.Threading.Channels;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// One extraction: decoders ahead, the encoder on the caller's thread, the writer behind, with bounded channels between them. What the
/// writer has stored is reported by the caller's thread.
/// </summary>
internal sealed class ExtractionRun(
    IReadOnlyList<(string Id, string Path)> videos, int skipped, FeatureStoreWriter writer, IBackbone backbone, ExtractionOptions options, IProgress<ProgressReport>? progress)
{
    private readonly FrameCount _held = new();
    private readonly List<(string, string)> _broken = [];
    private readonly Channel<EncodedVideo> _encoded =
        Channel.CreateBounded<EncodedVideo>(new BoundedChannelOptions(options.WaitingVideos) { SingleReader = true, SingleWriter = true });

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly int _all = videos.Count + skipped;
    private int _stored, _elsewhere;
    private long _frames;

    public ExtractionResult Run(CancellationToken cancellation)
    {
        Task writing = Task.Run(WriteAsync, CancellationToken.None);
        try
        {
            Encode(writing, cancellation);
        }
        finally
        {
            _encoded.Writer.Complete();
            writing.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None); // What is encoded is kept, also when the run is stopped.
        }

        writing.GetAwaiter().GetResult();
        writer.Complete();
        Report();
        return new ExtractionResult(_stored, skipped + _elsewhere, _frames, _clock.Elapsed, _broken, _held.Most);
    }

    private void Encode(Task writing, CancellationToken cancellation)
    {
        var frameOptions = new FrameOptions { Fps = backbone.Window?.Fps ?? options.Fps, Width = backbone.InputSize, Height = backbone.InputSize };
        var decoding = new Queue<VideoChunks>();
        try
        {
            for (int i = 0; i < videos.Count; i++)
            {
                for (int next = i + decoding.Count; next < videos.Count && decoding.Count < options.Decoders; next++)
                    decoding.Enqueue(new VideoChunks(videos[next].Path, frameOptions, options.Batch, ExtractionOptions.BatchesPerVideo, _held, cancellation));
                using VideoChunks chunks = decoding.Dequeue();
                if (EncodeOne(videos[i], chunks, cancellation) is { } video && !Hand(video, writing, cancellation))
                    return;
                Report();
            }
        }
        finally
        {
            foreach (VideoChunks rest in decoding)
                rest.Dispose();
        }
    }

    /// <summary>A video's features; null for one that cannot be decoded, which is noted down.</summary>
    private EncodedVideo? EncodeOne((string Id, string Path) video, VideoChunks chunks, CancellationToken cancellation)
    {
        var encoder = new VideoEncoder(backbone, options.Batch, FeatureStoreInfo.DefaultType);
        try
        {
            foreach ((ReadOnlyMemory<byte> rgb, int count) in chunks.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                encoder.Add(rgb.Span, count);
                _frames += count;
            }

            return encoder.Frames > 0
                ? new EncodedVideo(video.Id, encoder.Result())
                : throw new DataFormatException(video.Path, "video stream", "expected at least one frame, found none");
        }
        catch (Exception e) when (e is DataFormatException or IOException)
        {
            _frames -= encoder.Frames;
            _broken.Add((video.Id, e.Message));
            return null;
        }
    }

    /// <summary>Gives a video to the writer, waiting while it has enough to do; false when the writer has failed.</summary>
    private bool Hand(EncodedVideo video, Task writing, CancellationToken cancellation)
    {
        while (!_encoded.Writer.TryWrite(video))
        {
            Task<bool> room = _encoded.Writer.WaitToWriteAsync(cancellation).AsTask();
            if (Task.WaitAny([room, writing], cancellation) == 1 || !room.GetAwaiter().GetResult())
                return false;
        }

        return !writing.IsCompleted;
    }

    private async Task WriteAsync()
    {
        await foreach (EncodedVideo video in _encoded.Reader.ReadAllAsync().ConfigureAwait(false))
            Interlocked.Increment(ref writer.TryAppend(video.Id, video.Arrays) ? ref _stored : ref _elsewhere);
    }

    private void Report()
    {
        double rate = _frames / Math.Max(1e-3, _clock.Elapsed.TotalSeconds);
        int done = Volatile.Read(ref _stored) + Volatile.Read(ref _elsewhere) + _broken.Count;
        progress?.Report(new ProgressReport("Extracting features", skipped + done, _all, $"{_frames} frames, {rate:F0} a second"));
    }

    private sealed record EncodedVideo(string Id, IReadOnlyList<NamedArray> Arrays);
}
