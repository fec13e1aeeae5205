using Workbench.Data;
using Workbench.Report;
using Workbench.Report.Images;

namespace Workbench.Tests.Report;

public class LocalisationPainterTests
{
    private static LocalisationFrame Frame(int hot) => new(
        new Frame(0, 0, 64, 36, [.. Enumerable.Repeat((byte)90, 64 * 36 * 3)]), new HeatMap(2, 2, [.. Enumerable.Range(0, 4).Select(c => c == hot ? 1f : 0f)]), new Box(4, 4, 30, 20));

    [Fact]
    public void Rows_of_frames_become_one_picture_that_changes_with_the_heat()
    {
        using var folder = new TemporaryFolder();
        LocalisationPainter.WritePng(folder.File("a.png"), [new LocalisationRow("cut the egg", [Frame(0), Frame(1)]), new LocalisationRow("stir", [Frame(2)])]);
        LocalisationPainter.WritePng(folder.File("b.png"), [new LocalisationRow("cut the egg", [Frame(3), Frame(1)]), new LocalisationRow("stir", [Frame(2)])]);
        byte[] first = File.ReadAllBytes(folder.File("a.png")), second = File.ReadAllBytes(folder.File("b.png"));
        (int width, int height) = PngImage.Size(first);
        Assert.True(width > 2 * 64 && height > 2 * 36, $"{width}×{height}");
        Assert.NotEqual(first, second);
        Assert.Throws<ArgumentException>(() => LocalisationPainter.WritePng(folder.File("c.png"), []));
        Assert.False(File.Exists(folder.File("c.png")));
    }
}
