using Workbench.Data;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class CentrePriorTests
{
    [Fact]
    public void Seconds_segments_and_videos_are_counted_apart_and_frames_beyond_the_nominal_one_are_found()
    {
        Box middle = new(300, 160, 340, 200), corner = new(0, 0, 10, 10), beyond = new(600, 340, 700, 380);
        GroundingVideo Video(string id, params Box[][] segments) => new()
        {
            Id = id,
            Width = 640,
            Height = 360,
            Actions = [.. segments.Select((s, i) => new ActionSegment(i, "", new Segment(100 * i, (100 * i) + s.Length - 1)))],
            Boxes = segments.SelectMany((s, i) => s.Select((b, k) => (Second: (100 * i) + k, Box: b))).ToDictionary(b => b.Second, b => b.Box),
        };
        CentrePrior prior = CentrePrior.Measure(new GroundingSet("toy", [Video("a", [middle, middle], [corner, corner, corner, corner]), Video("b", [middle, corner]), Video("c", [beyond, beyond])]));
        Assert.Equal(3 / 10.0, prior.Frames, 1e-12);
        Assert.Equal((1 + 0 + 0.5 + 0) / 4, prior.OfSegments, 1e-12);
        Assert.Equal(((1 / 3.0) + 0.5 + 0) / 3, prior.OfVideos, 1e-12);
        Assert.Equal(3 / 8.0, prior.InsideNominal, 1e-12);
        Assert.Equal(3 / 10.0, prior.OwnFrame, 1e-12); // 854×480 has its centre at (427, 240), in none of them.
        Assert.Equal((0.6, 1), (prior.LargestVideo, prior.VideosBeyond));
    }

    [PublicDataFact("YouCook2Interactions/final_dataset_segments.pkl", "YouCook2Interactions/final_dataset_annotations.pkl")]
    public void On_the_public_sample_one_video_decides_and_means_differ_widely()
    {
        CentrePrior prior = CentrePrior.Measure(YouCook2InteractionsReader.Read(PublicData.Find("YouCook2Interactions"), new() { SentenceFile = null }));
        Assert.InRange(prior.Frames, 0.15, 0.45);
        Assert.True(prior.OfVideos > prior.Frames);
        Assert.True(prior.VideosBeyond > 0);
    }
}
