using Workbench.Data;
using Workbench.Report.Images;

namespace Workbench.Tests.Report.Images;

public sealed class PngImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Flat, smooth and noisy rows, so that every filter is the best one somewhere.
    private static byte[] Picture(int width, int height)
    {
        var random = new Random(5);
        var rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.Length; i++)
        {
            int x = i / 3 % width, y = i / (3 * width);
            rgb[i] = (byte)(y % 4 == 0 ? 77 : y % 4 == 1 ? x * 3 : y % 4 == 2 ? y * 5 : random.Next(256));
        }
        return rgb;
    }

    [FfmpegFact]
    public void Another_program_reads_the_same_pixels()
    {
        byte[] rgb = Picture(62, 40);
        string path = _folder.File("p.png");
        File.WriteAllBytes(path, PngImage.Encode(rgb, 62, 40));
        Frame frame = FrameReader.Read(path, new FrameOptions { Width = 62, Height = 40, Fps = 25 }).First();
        Assert.Equal(rgb, frame.Rgb);
    }

    [Fact]
    public void The_head_tells_the_size_and_wrong_bytes_are_refused()
    {
        Assert.Equal((3, 2), PngImage.Size(PngImage.Encode(new byte[18], 3, 2)));
        Assert.Throws<ArgumentException>(() => PngImage.Size(new byte[30]));
        Assert.Contains("18 bytes", Assert.Throws<ArgumentException>(() => PngImage.Encode(new byte[17], 3, 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scaling_down_takes_means()
    {
        byte[] rgb = [0, 0, 0, 100, 50, 10, 0, 0, 0, 100, 50, 10]; // two pixels across, two down
        Assert.Equal(PngImage.Encode([50, 25, 5], 1, 1), Workbench.Report.Images.Picture.Of(rgb, 2, 2, mostPixels: 1).Png);
    }
}
