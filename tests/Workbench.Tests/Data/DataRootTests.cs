using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class DataRootTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_missing_is_listed_all_at_once()
    {
        _folder.Write("GroundingYouTube/seg.json", "{}");
        _folder.Write("GroundingYouTube/id2wh.json", "{}");
        var root = DataRoot.Open(_folder.Path);
        Assert.Equal([DataPart.GroundingYouTube], root.Parts);
        Assert.Equal(
            ["GroundingYouTube/id2xy_box_agree.json or GroundingYouTube/id2xy_box.json or GroundingYouTube/id2xy_box_new_s.json", "GroundingYouTube/vid2step.json", "GroundingYouTube/id2wh_new.json", "GroundingYouTube/videos/"],
            root.Missing(DataPart.GroundingYouTube, videos: true));
        var error = Assert.Throws<DataFormatException>(() => root.ReadGroundingYouTube());
        Assert.Contains("GroundingYouTube/vid2step.json; GroundingYouTube/id2wh_new.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("videos/", error.Message, StringComparison.Ordinal);
        Assert.Contains("HowTo100M/captions.json or HowTo100M/raw_caption.json or HowTo100M/captions; HowTo100M/videos.csv", Assert.Throws<DataFormatException>(() => root.ReadCaptions()).Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => root.ReadMiningYouTube());
        Assert.Throws<DataFormatException>(() => root.ReadYouCook2Interactions());
        Assert.Throws<DataFormatException>(() => root.ReadCharadesSta());
    }

    [Fact]
    public void Videos_are_found_by_id_extension_and_path()
    {
        var mp4 = _folder.Write("HowTo100M/videos/a.mp4", "");
        _folder.Write("HowTo100M/videos/a.webm", "");
        var webm = _folder.Write("HowTo100M/videos/food/b.c.webm", "");
        _folder.Write("HowTo100M/videos/d.txt", "");
        var root = DataRoot.Open(_folder.Path);
        Assert.Equal(mp4, root.FindVideo(DataPart.HowTo100M, "a"));
        Assert.Equal(mp4, root.FindVideo(DataPart.HowTo100M, "a.mp4"));
        Assert.Equal(webm, root.VideoPath(DataPart.HowTo100M, "food/b.c.webm"));
        Assert.Equal(webm, root.VideoPath(DataPart.HowTo100M, "food/b.c"));
        Assert.Null(root.FindVideo(DataPart.HowTo100M, "d"));
        Assert.Null(root.FindVideo(DataPart.MiningYouTube, "a"));
        Assert.Contains("video 'd': d.mp4, .mkv, .webm was expected", Assert.Throws<DataFormatException>(() => root.VideoPath(DataPart.HowTo100M, "d")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => root.FindVideo(DataPart.HowTo100M, "../captions"));
    }

    [Fact]
    public void A_pointer_file_stands_for_the_folder_of_videos()
    {
        var video = _folder.Write("GroundingYouTube/videos/a.mkv", "");
        _folder.Write("CharadesSTA/videos.txt", "../GroundingYouTube/videos/\n");
        _folder.Write("MiningYouTube/videos.txt", "../nowhere\n");
        var root = DataRoot.Open(_folder.Path);
        Assert.Equal(video, root.VideoPath(DataPart.CharadesSTA, "a"));
        Assert.Contains("a folder videos/ was expected", Assert.Throws<DataFormatException>(() => root.VideoFolder(DataPart.MiningYouTube)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Captions_and_lists_are_read_from_their_places()
    {
        _folder.Write("HowTo100M/videos.csv", "video_path\na.mp4\n");
        _folder.Write("HowTo100M/captions/a.csv", "start,end,text\n0,1,hello\n");
        _folder.Write("CharadesSTA/charades_sta_test.txt", "A 0 1##sit.\n");
        _folder.Write("CharadesSTA/Charades_v1_test.csv", "id,length\nA,2\n");
        var root = DataRoot.Open(_folder.Path);
        Assert.Equal("hello", root.ReadCaptions()["a"].Single().Text);
        Assert.Equal("a", root.ReadTrainingVideos().Single().Id);
        Assert.Equal("sit", root.ReadCharadesSta().Single().Sentence);
        Assert.Empty(root.Missing(DataPart.HowTo100M));
    }

    [Fact]
    public void The_sets_of_moments_are_read_by_split()
    {
        _folder.Write("ActivityNetCaptions/val.json", """{"v": {"duration": 9, "timestamps": [[1, 2]], "sentences": ["a"]}}""");
        _folder.Write("TACoS/train.json", """{"v.avi": {"fps": 2, "num_frames": 20, "timestamps": [[1, 2]], "sentences": ["a"]}}""");
        Directory.CreateDirectory(_folder.File("DALY"));
        Directory.CreateDirectory(_folder.File("VHICO"));
        Directory.CreateDirectory(_folder.File("YouCook2"));
        var root = DataRoot.Open(_folder.Path);
        Assert.Equal([DataPart.ActivityNetCaptions, DataPart.TACoS, DataPart.YouCook2, DataPart.VHICO, DataPart.DALY], root.Parts);
        Assert.Equal(new Segment(1, 2), root.ReadActivityNetCaptions("val").Single().Segment);
        Assert.Equal(new Segment(0.5, 1), root.ReadTacos("train").Single().Segment);
        Assert.Equal(["train"], MomentFiles.Splits(root.Folder(DataPart.TACoS), DataPart.TACoS));
        Assert.Contains("test.json", Assert.Throws<DataFormatException>(() => root.ReadTacos("test")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => MomentFiles.Splits(_folder.Path, DataPart.DALY));
        Assert.Empty(root.Missing(DataPart.TACoS));
        Assert.Equal(["DALY/daly1.1.0.pkl"], root.Missing(DataPart.DALY));
        Assert.Equal(["VHICO/gt_bbox_test.json or VHICO/gt_bbox_unseen.json"], root.Missing(DataPart.VHICO));
        Assert.Equal(["YouCook2/youcookii_annotations_trainval.json or YouCook2/validation_youcook.csv"], root.Missing(DataPart.YouCook2));
        Assert.Throws<DataFormatException>(() => root.ReadDaly());
        Assert.Throws<DataFormatException>(() => root.ReadVHico());
        Assert.Throws<DataFormatException>(() => root.ReadYouCook2());
    }

    [Fact]
    public void A_folder_that_is_no_root_is_refused()
    {
        Assert.Contains("at least one of HowTo100M, GroundingYouTube", Assert.Throws<DataFormatException>(() => DataRoot.Open(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("there is none", Assert.Throws<DataFormatException>(() => DataRoot.Open(_folder.File("none"))).Message, StringComparison.Ordinal);
    }

    [PublicDataFact("GroundingYouTube", "MiningYouTube", "CharadesSTA", "ActivityNetCaptions", "TACoS")]
    public void The_public_files_are_a_root_without_videos()
    {
        var root = DataRoot.Open(PublicData.Root);
        Assert.Equal(17531, ValidFrames.Enumerate(root.ReadGroundingYouTube()).Count());
        Assert.Equal(50, root.ReadMiningYouTube().Videos.Count);
        Assert.Equal(3720, root.ReadCharadesSta().Count);
        Assert.Equal(17505, root.ReadActivityNetCaptions("val").Count);
        Assert.Equal(9790, root.ReadTacos("train").Count);
        Assert.Equal(["GroundingYouTube/videos/"], root.Missing(DataPart.GroundingYouTube, videos: true));
    }
}
