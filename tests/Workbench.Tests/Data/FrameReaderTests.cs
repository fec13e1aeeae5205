using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class FrameReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FfmpegFact]
    public void Every_frame_is_read_with_its_number_and_time()
    {
        var frames = FrameReader.Read(TestVideos.Numbered(_folder.File("n.mp4")), new() { Fps = 10, Width = 64, Height = 48 }).ToList();
        Assert.Equal(120, frames.Count);
        Assert.All(frames, frame => Assert.Equal(frame.Index, Number(frame)));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => i / 10.0), frames.Select(frame => frame.Seconds));
        Assert.All(frames, frame => Assert.Equal(64 * 48 * 3, frame.Rgb.Length));
    }

    [FfmpegFact]
    public void At_one_frame_a_second_each_shows_the_middle_of_its_second()
    {
        var frames = FrameReader.Read(TestVideos.Numbered(_folder.File("n.mp4")), new() { Width = 64, Height = 48 }).ToList();
        Assert.Equal(Enumerable.Range(0, 12).Select(second => 10 * second + 4), frames.Select(Number));
    }

    [FfmpegTheory]
    [InlineData(3.7, 37)]
    [InlineData(5.0, 50)]
    [InlineData(9.9, 99)]
    public void Seeking_is_exact_between_key_frames_too(double start, int number)
    {
        var path = TestVideos.Numbered(_folder.File("n.mp4"));
        var frames = FrameReader.Read(path, new() { Fps = 10, Width = 64, Height = 48, Start = start, Duration = 1 }).ToList();
        Assert.Equal(Enumerable.Range(number, 10), frames.Select(Number));
        Assert.Equal(start, frames[0].Seconds);
    }

    [FfmpegFact]
    public async Task Reading_without_blocking_gives_the_same_frames()
    {
        var path = TestVideos.Moving(_folder.File("m.mp4"));
        var options = new FrameOptions { Fps = 2, Width = 40, Height = 30 };
        var frames = new List<Frame>();
        await foreach (var frame in FrameReader.ReadAsync(path, options))
            frames.Add(frame);
        var expected = FrameReader.Read(path, options).ToList();
        Assert.Equal(24, frames.Count);
        Assert.All(frames.Zip(expected), pair => Assert.Equal(pair.Second.Rgb, pair.First.Rgb));
    }

    [FfmpegFact]
    public void Colours_come_as_red_green_blue()
    {
        var path = TestVideos.Make(_folder.File("c.mkv"), "-f", "lavfi", "-i", "nullsrc=s=32x32:r=1:d=2,format=gbrp,geq=r=255:g=128:b=0", "-c:v", "ffv1", "-pix_fmt", "bgr0");
        var frame = FrameReader.Read(path, new() { Width = 16, Height = 16 }).First();
        Assert.All(Enumerable.Range(0, 256), pixel => Assert.Equal([0xFF, 0x80, 0x00], frame.Rgb[(3 * pixel)..(3 * pixel + 3)]));
    }

    [FfmpegFact]
    public void Crops_take_the_part_asked_for()
    {
        // A picture whose red is its column and whose green is its row: 200 across, 100 down.
        var path = TestVideos.Make(_folder.File("p.mkv"), "-f", "lavfi", "-i", "nullsrc=s=200x100:r=1:d=1,format=gbrp,geq=r='X':g='Y':b='0'", "-c:v", "ffv1", "-pix_fmt", "bgr0");
        Assert.Equal((0, 0, 63, 31), Corners(new(CropMode.Window, 0, 0), 64, 32));
        Assert.Equal((136, 68, 199, 99), Corners(new(CropMode.Window, 1, 1), 64, 32));
        Assert.Equal((68, 34, 131, 65), Corners(Crop.CentreWindow, 64, 32));
        Assert.Equal((50, 0, 149, 99), Corners(Crop.CentreSquare, 100, 100));
        Assert.Equal((100, 0, 199, 99), Corners(new(CropMode.Square, 1, 0.3), 100, 100));
        Assert.Equal((131, 34, 68, 65), Corners(Crop.CentreWindow, 64, 32, flip: true));
        var (left, top, right, bottom) = Corners(Crop.Squash, 50, 50);
        Assert.True(left < 5 && top < 3 && right > 194 && bottom > 96, $"{left} {top} {right} {bottom}");

        (int, int, int, int) Corners(Crop crop, int width, int height, bool flip = false)
        {
            var frame = FrameReader.Read(path, new() { Width = width, Height = height, Crop = crop, Flip = flip }).Single();
            return (frame.Rgb[0], frame.Rgb[1], frame.Rgb[^3], frame.Rgb[^2]);
        }
    }

    [Fact]
    public void Random_crops_depend_on_nothing_but_the_callers_random()
    {
        Assert.Equal(Crop.RandomWindow(new Random(5)), Crop.RandomWindow(new Random(5)));
        var random = new Random(5);
        Assert.Equal((random.NextDouble(), random.NextDouble()), (Crop.RandomSquare(new Random(5)).X, Crop.RandomSquare(new Random(5)).Y));
        Assert.NotEqual(Crop.RandomWindow(random), Crop.RandomWindow(random));
    }

    [FfmpegFact]
    public void A_window_larger_than_the_picture_is_an_error_in_ffmpegs_words() =>
        Refused(TestVideos.Moving(_folder.File("m.mp4")), new() { Width = 400, Crop = Crop.CentreWindow }, "at least one frame was expected", "Invalid too big or non positive size for width '400'");

    [FfmpegFact]
    public void Broken_files_are_errors_with_ffmpegs_last_lines()
    {
        Refused(_folder.Write("empty.mp4", ""), new(), "at least one frame was expected", "Invalid data found");
        Refused(_folder.Write("text.mp4", "this is no video"), new(), "at least one frame was expected", "Invalid data found");
        var sound = TestVideos.Make(_folder.File("sound.wav"), "-f", "lavfi", "-i", "sine=d=1");
        Refused(sound, new(), "at least one frame was expected", "matches no streams");
        Refused(TestVideos.Moving(_folder.File("m.mp4")), new() { Start = 100 }, "after 0 frames from 100 s on", "there is none");
        Refused(_folder.File("none.mp4"), new(), "path", "a media file was expected, there is none");
        Refused(_folder.Path, new(), "path", "this is a folder");
    }

    [FfmpegTheory]
    [InlineData("m.mp4", "partial file")]
    [InlineData("m.mkv", "File ended prematurely")]
    public void A_truncated_file_is_an_error_after_its_last_frame_unless_damage_is_accepted(string name, string words)
    {
        var whole = TestVideos.Moving(_folder.File(name));
        var path = _folder.File("short-" + name);
        var bytes = File.ReadAllBytes(whole);
        File.WriteAllBytes(path, bytes[..(bytes.Length * 6 / 10)]);
        Refused(path, new() { Width = 32, Height = 24 }, "an undamaged video was expected", words);
        var frames = FrameReader.Read(path, new() { Width = 32, Height = 24, AcceptDamage = true }).ToList();
        Assert.InRange(frames.Count, 5, 9);
    }

    [FfmpegFact]
    public void Broken_bytes_in_the_middle_are_an_error()
    {
        var path = TestVideos.Moving(_folder.File("m.mp4"));
        var bytes = File.ReadAllBytes(path);
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 20000; i++)
            bytes[i] = (byte)(37 * i);
        File.WriteAllBytes(path, bytes);
        Refused(path, new() { Width = 32, Height = 24 }, "an undamaged video was expected", "ffmpeg says");
    }

    [FfmpegFact]
    public void A_list_that_points_elsewhere_is_not_followed() =>
        Refused(_folder.Write("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://localhost:9/x.ts\n#EXT-X-ENDLIST\n"), new(), "at least one frame was expected", "ffmpeg");

    [FfmpegFact]
    public async Task Cancelling_ends_the_reading_at_once()
    {
        var path = TestVideos.Moving(_folder.File("m.mp4"));
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var frame in FrameReader.ReadAsync(path, new() { Fps = 10 }, cancel.Token))
                if (++seen == 2)
                    await cancel.CancelAsync();
        });
        Assert.Equal(2, seen);
        Assert.ThrowsAny<OperationCanceledException>(() => FrameReader.Read(path, new(), cancel.Token).Count());
    }

    [FfmpegFact]
    public void A_source_that_gives_nothing_is_given_up()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pipe = _folder.File("pipe.mp4");
        System.Diagnostics.Process.Start("mkfifo", [pipe]).WaitForExit();
        Refused(pipe, new() { Patience = TimeSpan.FromMilliseconds(300) }, "nothing came for 0.3 s");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.ThrowsAny<OperationCanceledException>(() => FrameReader.Read(pipe, new(), cancel.Token).Count());
    }

    [FfmpegFact]
    public void Stopping_early_ends_ffmpeg_without_an_error()
    {
        var path = TestVideos.Moving(_folder.File("m.mp4"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(0, FrameReader.Read(path, new() { Fps = 10, Width = 320, Height = 240 }).First().Index);
    }

    [FfmpegFact]
    public void Odd_names_are_files_like_any_other()
    {
        var path = _folder.File("-f a:b 'c'.mp4");
        File.Move(TestVideos.Moving(_folder.File("m.mp4")), path);
        Assert.Equal(12, FrameReader.Read(path, new() { Width = 8, Height = 8 }).Count());
        Assert.Equal(320, MediaProbe.Read(path).Width);
    }

    [Fact]
    public void Options_out_of_range_are_refused_before_anything_runs()
    {
        FrameOptions[] wrong = [new() { Fps = 0 }, new() { Fps = double.NaN }, new() { Width = 0 }, new() { Start = -1 }, new() { Duration = 0 }, new() { Crop = new(CropMode.Window, 1.5) }, new() { Patience = TimeSpan.Zero }];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => FrameReader.Read("x.mp4", options)));
    }

    private static int Number(Frame frame)
    {
        Assert.True(frame.Rgb.All(value => value == frame.Rgb[0]));
        return frame.Rgb[0] / 2;
    }

    private static void Refused(string path, FrameOptions options, params string[] words)
    {
        var error = Assert.Throws<DataFormatException>(() => FrameReader.Read(path, options).Count());
        Assert.Equal(path, error.Path);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(" @ 0x", error.Message, StringComparison.Ordinal);
    }
}
