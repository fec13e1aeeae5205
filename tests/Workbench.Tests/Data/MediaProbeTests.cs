using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class MediaProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FfmpegFact]
    public void Size_length_rate_and_sound_are_told()
    {
        Assert.Equal(new MediaInfo(320, 240, 12, 10, true), MediaProbe.Read(TestVideos.Moving(_folder.File("m.mp4"))));
        Assert.Equal(new MediaInfo(64, 48, 12, 10, false), MediaProbe.Read(TestVideos.Numbered(_folder.File("n.mp4"))));
    }

    [FfmpegFact]
    public void A_rotation_mark_swaps_the_sides()
    {
        var path = TestVideos.Make(_folder.File("r.mp4"), "-i", TestVideos.Moving(_folder.File("m.mp4")), "-c", "copy", "-metadata:s:v:0", "rotate=90");
        var info = MediaProbe.Read(path);
        Assert.Equal((240, 320), (info.Width, info.Height));
    }

    [FfmpegFact]
    public void What_is_no_video_is_named()
    {
        Assert.Contains("Invalid data found", Assert.Throws<DataFormatException>(() => MediaProbe.Read(_folder.Write("x.mp4", "no video"))).Message, StringComparison.Ordinal);
        var sound = TestVideos.Make(_folder.File("s.wav"), "-f", "lavfi", "-i", "sine=d=1");
        Assert.Contains("a video stream was expected, there is none", Assert.Throws<DataFormatException>(() => MediaProbe.Read(sound)).Message, StringComparison.Ordinal);
        Assert.Contains("there is none", Assert.Throws<DataFormatException>(() => MediaProbe.Read(_folder.File("none.mp4"))).Message, StringComparison.Ordinal);
    }
}
