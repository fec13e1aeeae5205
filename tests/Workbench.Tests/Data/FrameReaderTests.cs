using System.Diagnostics;
using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class FrameReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Make(string name, params string[] arguments)
    {
        string path = _folder.File(name);
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments, path]))!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }

    /// <summary>Second s of this video is of the grey level 40 + 20·s.</summary>
    private string Steps(string name = "steps.mp4", params string[] more) =>
        Make(name, ["-f", "lavfi", "-i", "color=c=black:s=64x48:r=6:d=6,format=gray,geq=lum='40+20*floor(T)'", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "12", .. more]);

    private static async Task<List<Frame>> All(string path, FrameOptions options, CancellationToken cancellation = default)
    {
        List<Frame> frames = [];
        await foreach (Frame frame in FrameReader.ReadAsync(path, options, cancellation))
            frames.Add(frame);
        return frames;
    }

    [Fact]
    public async Task Frame_k_shows_second_k()
    {
        List<Frame> frames = await All(Steps(), new FrameOptions { Width = 8, Height = 6 });
        Assert.Equal(6, frames.Count);
        Assert.All(frames, f => Assert.InRange(f.Rgb[60], 40 + 20 * f.Index - 6, 40 + 20 * f.Index + 6));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => (double)i), frames.Select(f => f.Seconds));
    }

    [Fact]
    public async Task Seeking_is_exact_between_key_frames()
    {
        List<Frame> frames = await All(Steps(), new FrameOptions { Width = 8, Height = 6, Start = 3, Duration = 2 });
        Assert.Equal(2, frames.Count);
        Assert.InRange(frames[0].Rgb[60], 94, 106);
        Assert.InRange(frames[1].Rgb[60], 114, 126);
        Assert.Equal(3, frames[0].Seconds);
    }

    [Fact]
    public async Task Crops_take_what_their_names_say()
    {
        // Left half red, right half blue.
        string path = Make("halves.mp4", "-f", "lavfi", "-i", "color=c=red:s=64x64:r=2:d=1", "-f", "lavfi", "-i", "color=c=blue:s=64x64:r=2:d=1",
            "-filter_complex", "hstack", "-c:v", "libx264", "-pix_fmt", "yuv444p");
        async Task<(bool Left, bool Right)> Red(FrameOptions options)
        {
            Frame frame = (await All(path, options with { Width = 16, Height = 16 }))[0];
            int middle = 8 * 16 * 3;
            return (frame.Rgb[middle + 3] > 128, frame.Rgb[middle + 14 * 3] > 128);
        }
        Assert.Equal((true, false), await Red(new FrameOptions()));
        Assert.Equal((false, true), await Red(new FrameOptions { Flip = true }));
        Assert.Equal((true, true), await Red(new FrameOptions { Crop = FrameCrop.Square, Position = new(0, 0) }));
        Assert.Equal((false, false), await Red(new FrameOptions { Crop = FrameCrop.Square, Position = new(1, 0) }));
        Assert.Equal((true, false), await Red(new FrameOptions { Crop = FrameCrop.Square }));
        Assert.Equal((true, true), await Red(new FrameOptions { Crop = FrameCrop.Window, Position = new(0, 1) }));
    }

    [Fact]
    public async Task What_is_no_video_is_named_with_ffmpegs_words()
    {
        string text = _folder.Write("notes.mp4", "this is no video");
        var error = await Assert.ThrowsAsync<DataFormatException>(() => All(text, new FrameOptions()));
        Assert.Contains("notes.mp4", error.Message, StringComparison.Ordinal);
        Assert.Contains("Invalid data", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DataFormatException>(() => All(_folder.Write("empty.mp4", ""), new FrameOptions()));
        await Assert.ThrowsAsync<DataFormatException>(() => MediaProbe.ReadAsync(text));
        await Assert.ThrowsAsync<FileNotFoundException>(() => All(_folder.File("absent.mp4"), new FrameOptions()));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_truncated_video_is_an_error_and_not_a_shorter_video(double share)
    {
        string whole = Steps("whole.mp4", "-movflags", "+faststart");
        byte[] bytes = File.ReadAllBytes(whole);
        string cut = _folder.File("cut.mp4");
        File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * share)]);
        await Assert.ThrowsAsync<DataFormatException>(() => All(cut, new FrameOptions { Width = 8, Height = 6 }));
    }

    [Fact]
    public async Task A_start_behind_the_end_gives_no_frame_and_says_so()
    {
        var error = await Assert.ThrowsAsync<DataFormatException>(() => All(Steps(), new FrameOptions { Start = 100 }));
        Assert.Contains("second 100", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading()
    {
        using var stop = new CancellationTokenSource();
        string path = Steps();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Frame frame in FrameReader.ReadAsync(path, new FrameOptions { Fps = 30, Width = 640, Height = 480 }, stop.Token))
                if (frame.Index == 2)
                    stop.Cancel();
        });
    }

    [Fact]
    public async Task The_probe_tells_size_length_rate_and_sound()
    {
        MediaProbe silent = await MediaProbe.ReadAsync(Steps());
        Assert.Equal((64, 48, 6.0, 6.0, false), (silent.Width, silent.Height, silent.Duration, silent.Fps, silent.HasAudio));
        string spoken = Make("sound.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=5:d=2", "-f", "lavfi", "-i", "sine=d=2", "-c:v", "libx264", "-c:a", "aac");
        Assert.True((await MediaProbe.ReadAsync(spoken)).HasAudio);
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        string path = Steps();
        await Assert.ThrowsAsync<ArgumentException>(() => All(path, new FrameOptions { Fps = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => All(path, new FrameOptions { Width = 0 }));
        await Assert.ThrowsAsync<ArgumentException>(() => All(path, new FrameOptions { Start = -1 }));
    }
}
