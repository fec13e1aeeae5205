using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;

namespace Workbench.Tests.Data;

public class YouCook2BBReaderTests
{
    private const string Annotation = """
        {"database": {"vid": {"rwidth": 720, "rheight": 405, "segments": {"1": {}, "0": {"objects": [{"label": "tomatoes", "boxes": [
        {"xtl": 1, "ytl": 2, "xbr": 30, "ybr": 40, "outside": 0, "occluded": 0}, {"xtl": 0, "ytl": 0, "xbr": 0, "ybr": 0, "outside": 1, "occluded": 0},
        {"xtl": 0, "ytl": 0, "xbr": 9, "ybr": 9, "outside": 0, "occluded": 1}]}]}}}}}
        """;

    private static readonly GroundingSet s_youCook2 = new("YouCook2",
        [new GroundingVideo { Id = "vid", Width = 0, Height = 0, Actions = [new ActionSegment(0, "cut the tomatoes", new Segment(10, 13)), new ActionSegment(1, "stir", new Segment(20, 25))] }]);

    [Fact]
    public void Objects_come_with_their_segments_and_hidden_ones_have_no_box()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.json"), Annotation);
        ObjectVideo video = YouCook2BBReader.Read(folder.File("a.json"), s_youCook2).Single();
        ObjectSegment segment = video.Segments.Single();
        Assert.Equal((720, 405, 0, new Segment(10, 13), "cut the tomatoes"), (video.Width, video.Height, segment.Id, segment.Segment, segment.Sentence));
        Assert.Equal([new Box(1, 2, 30, 40), null, null], segment.Objects.Single().Boxes);
        File.WriteAllText(folder.File("a.json"), Annotation.Replace("\"xbr\": 30", "\"xbr\": 0", StringComparison.Ordinal));
        Assert.Contains("boxes", Assert.Throws<DataFormatException>(() => YouCook2BBReader.Read(folder.File("a.json"), s_youCook2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_forms_of_a_name_are_one_class()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("class_file.csv"), "0,bowl,,bowls\n1,tomato,tomatoes,\n2,beef,,\n");
        ObjectClasses classes = ObjectClasses.Read(folder.File("class_file.csv"));
        Assert.Equal(["bowl", "tomato", "beef"], classes.Names);
        Assert.Equal((1, 1, 0, (int?)null), (classes.Find("tomato")!.Value, classes.Find("tomatoes")!.Value, classes.Find("bowls")!.Value, classes.Find("")));
        File.WriteAllText(folder.File("class_file.csv"), "0,bowl,,bowls\n1,bowl,,\n");
        Assert.Throws<DataFormatException>(() => ObjectClasses.Read(folder.File("class_file.csv")));
    }

    [Fact]
    public void The_embedded_files_say_what_the_truth_does()
    {
        using var folder = new TemporaryFolder();
        TruthSecond Second(bool acted) => new(SecondState.Action, "cut tomato", [320, 240], [new TruthObject("tomato", [64, 48, 128, 96], acted), new TruthObject("tomato", [400, 300, 480, 360], false)]);
        var truth = new KitchenTruth(1, new Dictionary<string, TruthVideo>
        {
            ["test-0"] = new("test", [], [], [Second(false), Second(true), Second(true), Second(false)]),
            ["train-0"] = new("train", [], [], [Second(true)]),
        });
        var actions = new GroundingSet("toy", [new GroundingVideo { Id = "test-0", Width = 640, Height = 480, Actions = [new ActionSegment(0, "cut tomato", new Segment(1, 4))] }]);
        YouCook2BBFiles.Write(folder.Path, actions, truth);
        Assert.True(YouCook2BBFiles.AreIn(folder.Path));
        ObjectClasses classes = ObjectClasses.Read(folder.File(YouCook2BBReader.ClassFile));
        ObjectSegment segment = YouCook2BBReader.Read(folder.File(YouCook2BBReader.FileOf("val")), YouCook2Reader.Read(folder.File(YouCook2Reader.FileName))).Single().Segments.Single();
        Assert.Equal((new Segment(1, 4), "cut the tomato", "tomato"), (segment.Segment, segment.Sentence, classes.Names[classes.Find(segment.Objects.Single().Label)!.Value]));
        Assert.Equal([new Box(72, 54, 144, 108), new Box(72, 54, 144, 108), null], segment.Objects.Single().Boxes); // 640 to 720 across.
        using ProposalFile proposals = ProposalFile.Open(folder.File(YouCook2BBFiles.TestProposals));
        IReadOnlyList<IReadOnlyList<Box>> boxes = proposals.Read("test-0");
        Assert.Equal((4, YouCook2BBFiles.ProposalsAFrame, 720, 540), (boxes.Count, boxes[0].Count, proposals.Width, proposals.Height));
        Assert.True(boxes[1].Max(b => b.IoU(new Box(72, 54, 144, 108))) > 0.5);
        Assert.False(proposals.Contains("train-0"));
    }
}
