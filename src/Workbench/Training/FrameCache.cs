using Workbench.Data;

namespace Workbench.Training;

/// <summary>
/// Frames at one a second for a run that comes back to the same videos again and again. A video is decoded whole and kept while there is room;
/// once there is none, only what is asked for of the others is decoded, each time. Safe for several threads.
/// </summary>
/// <param name="files">The file of each video.</param>
/// <param name="side">S, pixels across and down; frames are squashed to it.</param>
/// <param name="mostBytes">Room for decoded videos.</param>
internal sealed class FrameCache(IReadOnlyDictionary<string, string> files, int side, long mostBytes)
{
    private readonly Dictionary<string, Lazy<byte[]>?> _videos = new(StringComparer.Ordinal);
    private long _reserved;

    private int FrameBytes => side * side * 3;

    /// <summary>Copies the frames of a window to <paramref name="rgb"/>, (Count, S, S, 3).</summary>
    /// <exception cref="DataFormatException">The video cannot be decoded.</exception>
    public void Read(ClipWindow window, Span<byte> rgb)
    {
        if (Whole(window.Clip.Video, window.VideoFrames) is { } whole)
            whole.Value.AsSpan(window.First * FrameBytes, window.Count * FrameBytes).CopyTo(rgb);
        else
            Decode(window.Clip.Video, window.First, window.Count).CopyTo(rgb);
    }

    /// <summary>The whole video, decoded by whoever asks first; null where there was no room for it.</summary>
    private Lazy<byte[]>? Whole(string video, int frames)
    {
        lock (_videos)
        {
            if (_videos.TryGetValue(video, out Lazy<byte[]>? known))
                return known;
            long bytes = (long)frames * FrameBytes;
            if (_reserved + bytes > mostBytes)
                return _videos[video] = null;
            _reserved += bytes;
            return _videos[video] = new Lazy<byte[]>(() => Decode(video, 0, frames));
        }
    }

    /// <summary>The frames; black ones where the video has fewer.</summary>
    private byte[] Decode(string video, int first, int count)
    {
        byte[] rgb = new byte[count * FrameBytes];
        var options = new FrameOptions { Start = first, Duration = count, Width = side, Height = side };
        foreach (Frame frame in FrameReader.Read(files[video], options).Take(count))
            frame.Rgb.CopyTo(rgb.AsSpan(frame.Index * FrameBytes));
        return rgb;
    }
}
