using Workbench.Data;
using Workbench.Data.Inspection;

namespace Workbench.Tests.Data.Inspection;

public sealed class InspectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublicDataFact("GroundingYouTube/seg.json")]
    public void The_public_annotations_are_recognised_and_counted()
    {
        var found = Inspector.Inspect(PublicData.Find("GroundingYouTube"));
        Assert.Equal(InspectionKind.GroundingYouTube, found.Kind);
        Dictionary<string, double> counts = found.Counts.ToDictionary(c => c.Name, c => c.Value);
        Assert.Equal((5132, 41, 690, 20983), (counts["seg.json: segments"], counts["seg.json: segments without length"], counts["seg.json: labels"], counts["seg.json: seconds of action"]));
        Assert.Equal((17316, 18, 17531), (counts["id2xy_box_agree.json: boxes"], counts["id2xy_box_agree.json: boxes that nothing can hit"], counts["id2xy_box_agree.json: frames of segments with a box"]));
        // Independently, boxes cut at the frame: 4,269 and 8,395 of 17,531 frames.
        Assert.Equal((4269, 13262), (counts["id2xy_box_agree.json: wide frames (> 60,000 px, paper)"], counts["id2xy_box_agree.json: saturated frames (paper)"]));
        Assert.Equal((8395, 9136), (counts["id2xy_box_agree.json: wide frames (> 50,000 px, code)"], counts["id2xy_box_agree.json: saturated frames (code)"]));
        Assert.Equal((26987, 21853), (counts["frames that annotators saw"], counts["mean points"]));
        Assert.Empty(found.Problems);
        Assert.Equal(InspectionKind.MiningYouTube, Inspector.Inspect(PublicData.Find("MiningYouTube")).Kind);
        var root = Inspector.Inspect(PublicData.Root);
        Assert.Equal(0, root.AllProblems);
        Assert.Superset(new HashSet<InspectionKind> { InspectionKind.YouCook2Interactions, InspectionKind.TACoS, InspectionKind.ActivityNetCaptions, InspectionKind.YouCook2 }, root.Parts.Select(p => p.Kind).ToHashSet());
        Assert.Equal(InspectionKind.GroundingYouTube, Inspector.Inspect(PublicData.Find("GroundingYouTube/id2wh.json")).Kind);
    }

    [Fact]
    public void Every_problem_is_a_line_and_the_rest_is_counted()
    {
        _folder.Write("CharadesSTA/charades_sta_test.txt", "AAAAA 1.0 3.0##a person sits.\nAAAAA 5.0 2.0##a person stands.\nnonsense\n");
        _folder.Write("CharadesSTA/Charades_v1_test.csv", "id,length\nAAAAA,10.0\n");
        _folder.Write("HowTo100M/videos.csv", "video_id,video_path\n");
        var found = Inspector.Inspect(_folder.Path);
        Assert.Equal(InspectionKind.DataRoot, found.Kind);
        var charades = found.Parts.Single(p => p.Kind == InspectionKind.CharadesSTA);
        Assert.Equal(2, charades.Problems.Count);
        Assert.Contains(("test: sentences", 1.0), charades.Counts);
        Assert.Contains(found.Parts.Single(p => p.Kind == InspectionKind.HowTo100M).Problems, p => p.Contains("captions", StringComparison.Ordinal));
        Assert.Equal(found.Parts.Sum(p => p.Problems.Count), found.AllProblems);
    }

    [Theory]
    [InlineData("anet.json", """{"v": {"duration": 9, "timestamps": [[1, 3], [5, 4]], "sentences": ["a", "b"]}}""", InspectionKind.ActivityNetCaptions, "sentences", 1, 1)]
    [InlineData("tacos.json", """{"v": {"fps": 10, "num_frames": 90, "timestamps": [[10, 30]], "sentences": ["a"]}}""", InspectionKind.TACoS, "seconds of moments", 2, 0)]
    [InlineData("steps.json", """{"database": {"v": {"duration": 9, "subset": "x", "annotations": [{"segment": [1, 4], "id": 0, "sentence": "a"}, {"segment": [1, 44], "id": 1, "sentence": "b"}]}}}""", InspectionKind.YouCook2, "segments", 1, 1)]
    [InlineData("steps.csv", "end,start,task,text,video_id\n5,1,2,a,v\n1,5,2,b,v\n", InspectionKind.YouCook2, "segments", 1, 1)]
    [InlineData("said.json", """{"v": {"start": [1], "end": [4], "text": ["stir it well"]}}""", InspectionKind.HowTo100M, "words", 3, 0)]
    [InlineData("v.csv", "start,end,text\n1,4,hello\n4,1,bye\n", InspectionKind.HowTo100M, "segments", 1, 1)]
    [InlineData("list.csv", "video_id\nv\nv\n", InspectionKind.HowTo100M, "videos listed", 1, 1)]
    [InlineData("v.srt", "1\n00:00:01,000 --> 00:00:03,500\ncrack_egg\n\n2\nnonsense\nstir\n", InspectionKind.MiningYouTube, "segments", 1, 1)]
    public void A_single_file_is_recognised_by_what_it_holds(string name, string text, InspectionKind kind, string count, double value, int problems)
    {
        var found = Inspector.Inspect(_folder.Write(name, text));
        Assert.Equal((kind, problems), (found.Kind, found.Problems.Count));
        Assert.Contains((count, value), found.Counts);
    }

    [Fact]
    public void Pickled_sets_are_recognised_whatever_their_ending()
    {
        var daly = Inspector.Inspect(Fixtures.Find("daly/daly-python2-2.pkl"));
        Assert.Equal(InspectionKind.DALY, daly.Kind);
        Assert.Equal([3, 3], daly.Counts.Where(c => c.Name is "segments" or "boxes").Select(c => c.Value));
        var vhico = Inspector.Inspect(Fixtures.Find("daly/vhico-2.json"));
        Assert.Equal(InspectionKind.VHICO, vhico.Kind);
        Assert.Contains(("boxes of things", 4.0), vhico.Counts);
        Directory.CreateDirectory(_folder.File("x"));
        File.Copy(Fixtures.Find("daly/vhico-4.json"), _folder.File("x/gt_bbox_unseen.json"));
        var folder = Inspector.Inspect(_folder.File("x"));
        Assert.Equal((InspectionKind.VHICO, 0), (folder.Kind, folder.Problems.Count));
        Assert.Contains(("gt_bbox_unseen.json: frames", 3.0), folder.Counts);
    }

    [Fact]
    public void What_a_folder_lacks_is_a_problem_and_the_rest_is_counted_all_the_same()
    {
        _folder.Write("GroundingYouTube/seg.json", """{"v": [{"segment": [1, 4], "id": 0, "sentence": "cut_egg"}]}""");
        _folder.Write("GroundingYouTube/id2wh.json", """{"v": [320, 240]}""");
        _folder.Write("GroundingYouTube/id2wh_new.json", """{"v": [640, 480]}""");
        _folder.Write("GroundingYouTube/vid2step.json", """{"v": ["cut egg"]}""");
        _folder.Write("GroundingYouTube/points_all.json", """{"v": {"1": [[3, 4], null, [5, 6]]}}""");
        _folder.Write("GroundingYouTube/videos/other.mp4", "");
        var found = Inspector.Inspect(_folder.File("GroundingYouTube"));
        Assert.Equal(2, found.Problems.Count);
        Assert.Contains("id2xy_box_agree.json or id2xy_box.json or id2xy_box_new_s.json: this is missing", found.Problems[0], StringComparison.Ordinal);
        Assert.Contains("video 'v': a file of this annotated video was expected", found.Problems[1], StringComparison.Ordinal);
        Assert.Contains(("seg.json: segments", 1.0), found.Counts);
        Assert.Contains(("points of all annotators", 2.0), found.Counts);
        Assert.Contains(("video files of annotated videos", 0.0), found.Counts);
    }

    [FfmpegFact]
    public void Opened_videos_give_their_seconds_and_actions_outside_them()
    {
        _folder.Write("MiningYouTube/annotations/v.srt", "1\n00:00:00,000 --> 00:00:01,000\ncrack_egg\n\n2\n00:00:08,000 --> 00:00:09,000\nstir_egg\n");
        _folder.Write("MiningYouTube/annotations/w.srt", "1\n00:00:00,000 --> 00:00:01,000\ncrack_egg\n");
        _folder.Write("MiningYouTube/videos/w.mp4", "no video");
        TestVideos.Make(_folder.File("MiningYouTube/videos/v.mp4"), "-f", "lavfi", "-i", "nullsrc=s=64x48:r=10:d=2");
        Assert.Empty(Inspector.Inspect(_folder.File("MiningYouTube")).Problems);
        var found = Inspector.Inspect(_folder.File("MiningYouTube"), videos: true);
        Assert.Contains(("seconds of video files", 2.0), found.Counts);
        Assert.Equal(2, found.Problems.Count);
        Assert.Contains(found.Problems, p => p.Contains("w.mp4", StringComparison.Ordinal));
        Assert.Contains(found.Problems, p => p.Contains("action 1 ('stir egg'): an action inside the video was expected, which lasts 2 s; 8 to 9 s is there", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_and_features_are_recognised_by_what_they_hold()
    {
        var weights = Inspector.Inspect(Fixtures.Find("weights/plain.pt"));
        Assert.Equal((InspectionKind.Weights, 13.0), (weights.Kind, weights.Counts[0].Value));
        using (var writer = FeatureStoreWriter.Open(_folder.File("store"), new FeatureStoreInfo("b")))
            writer.Append("v", ("global", new FeatureArray(new float[12], [3, 4])));
        var features = Inspector.Inspect(_folder.File("store"));
        Assert.Equal(InspectionKind.Features, features.Kind);
        Assert.Equal([("videos", 1.0), ("frames", 3.0), ("width", 4.0)], features.Counts);
    }

    [Fact]
    public void What_is_nothing_known_is_said_so()
    {
        Assert.Contains("there is none", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.File("none"))).Message, StringComparison.Ordinal);
        Assert.Contains("--as", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("was expected", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.Write("a.bin", "hello hello hello"))).Message, StringComparison.Ordinal);
    }
}
