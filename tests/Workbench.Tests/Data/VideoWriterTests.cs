using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class VideoWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FfmpegFact]
    public void What_is_written_is_read_back()
    {
        string path = _folder.File("film.mp4");
        using (var writer = new VideoWriter(path, 64, 32, 4))
        {
            for (int i = 0; i < 12; i++)
                writer.Add(Flat(i < 4 ? (byte)220 : (byte)30));
            Assert.False(File.Exists(path));
            writer.Complete();
        }

        MediaInfo media = MediaProbe.Read(path);
        Assert.Equal((64, 32, 3.0, 4.0), (media.Width, media.Height, Math.Round(media.Duration, 2), media.Fps));
        Frame[] frames = [.. FrameReader.Read(path, new FrameOptions { Fps = 1, Width = 64, Height = 32 })];
        Assert.Equal(3, frames.Length);
        Assert.InRange(frames[0].Rgb[500], 210, 230);
        Assert.InRange(frames[2].Rgb[500], 20, 40);
        Assert.Equal(["film.mp4"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [FfmpegFact]
    public void A_film_that_is_not_completed_leaves_nothing()
    {
        using (var writer = new VideoWriter(_folder.File("film.mp4"), 64, 32, 4))
            writer.Add(Flat(1));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [FfmpegFact]
    public void Odd_sizes_wrong_pictures_and_ffmpegs_own_errors_are_said()
    {
        Assert.Contains("even size", Assert.Throws<ArgumentException>(() => new VideoWriter(_folder.File("a.mp4"), 63, 32, 4)).Message, StringComparison.Ordinal);
        using var writer = new VideoWriter(_folder.File("a.mp4"), 64, 32, 4);
        Assert.Contains("6144 bytes", Assert.Throws<ArgumentException>(() => writer.Add(new byte[5])).Message, StringComparison.Ordinal);
        using var nowhere = new VideoWriter(_folder.File("none/such/a.mp4"), 64, 32, 4);
        Assert.Contains("ffmpeg stopped", Assert.Throws<IOException>(nowhere.Complete).Message, StringComparison.Ordinal);
    }

    private static byte[] Flat(byte value)
    {
        var rgb = new byte[64 * 32 * 3];
        Array.Fill(rgb, value);
        return rgb;
    }
}
