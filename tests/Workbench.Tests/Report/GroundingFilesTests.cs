using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Report;

namespace Workbench.Tests.Report;

/// <summary>The files of <c>workbench ground</c>, for an answer made by hand.</summary>
public sealed class GroundingFilesTests : IDisposable
{
    private static readonly MediaInfo s_media = new(140, 70, 4, 4, false);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Seconds 1 and 2 show "crack egg" in the right half, brightest in the cell of column 5, row 2.
    private static GroundedVideo Answer()
    {
        var heat = new float[49];
        (heat[(2 * 7) + 5], heat[(2 * 7) + 4]) = (1, 0.7f);
        var map = new HeatMap(7, 7, heat);
        return new GroundedVideo(["crack egg", "peel, the \"potato\""], new[,] { { 0.1, 0.2 }, { 0.6, 0.1 }, { 0.9, 0.3 }, { 0.2, 0.1 } },
            [TemporalDetection.Background, 0, 0, TemporalDetection.Background], [null, map, map, null]);
    }

    [Fact]
    public void The_answer_says_when_where_and_what_was_never_found()
    {
        JsonObject json = GroundingFiles.ToJson(Answer(), "film.mp4", s_media, new GroundingOptions(), "none");
        JsonNode action = Assert.Single(json["actions"]!.AsArray())!;
        Assert.Equal(("crack egg", 1, 3, 0.75), ((string)action["sentence"]!, (int)action["start"]!, (int)action["end"]!, (double)action["confidence"]!));
        JsonNode place = action["places"]![1]!;
        Assert.Equal(2, (int)place["second"]!);
        Assert.InRange((double)place["point"]![0]!, 100, 120);
        Assert.InRange((double)place["point"]![1]!, 20, 30);
        Assert.Equal([80.0, 20.0, 120.0, 30.0], place["box"]!.AsArray().Select(v => (double)v!));
        JsonNode lost = Assert.Single(json["neverFound"]!.AsArray())!;
        Assert.Equal(("peel, the \"potato\"", 2, 0.3), ((string)lost["sentence"]!, (int)lost["bestSecond"]!, (double)lost["score"]!));
    }

    [FfmpegFact]
    public void A_picture_of_the_best_second_and_a_film_are_drawn()
    {
        string video = _folder.File("film.mp4");
        using (var writer = new VideoWriter(video, 140, 70, 4))
        {
            for (int i = 0; i < 16; i++)
                writer.Add(new byte[140 * 70 * 3]);
            writer.Complete();
        }

        GroundedVideo answer = Answer();
        IReadOnlyList<string> files = GroundingFiles.Write(_folder.File("out"), video, answer, s_media, GroundingFiles.ToJson(answer, "film.mp4", s_media, new GroundingOptions(), "none"));
        Assert.Equal(["grounding.json", "01-crack-egg.png", "grounding.mp4"], files.Select(Path.GetFileName));
        MediaInfo film = MediaProbe.Read(files[2]);
        Assert.Equal(4, film.Duration, 0.01);
        using var painter = new GroundingPainter(answer, 140, 70);
        byte[] lit = painter.Draw(new byte[140 * 70 * 3], 2), dark = painter.Draw(new byte[140 * 70 * 3], 0);
        int left = (painter.Width - 140) / 2;
        Assert.True(At(lit, 95, 25) > 60, "The hot cell is lit.");
        Assert.True(At(lit, 95, 25) > At(lit, 15, 60) + 40, "It is brighter than a cold one.");
        Assert.Equal(0, At(dark, 95, 25));

        int At(byte[] rgb, int x, int y) => rgb[3 * (((y + 6) * painter.Width) + left + x)];
    }
}
