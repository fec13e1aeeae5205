using Workbench.Data;

namespace Workbench.Tests.Data;

/// <summary>Small files with one thing wrong at a time; the real files are read in <see cref="GroundingYouTubeFilesTests"/>.</summary>
public sealed class GroundingYouTubeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GroundingYouTubeReaderTests()
    {
        _folder.Write("id2wh_new.json", """{"a_b": [640, 480], "c": [480, 640]}""");
        _folder.Write("id2wh.json", """{"a_b": [1280, 960], "c": [480, 640]}""");
        _folder.Write("vid2step.json", """{"a_b": ["crack egg", "pour_milk", "background"], "c": ["background"]}""");
        _folder.Write("seg.json", """{"a_b": [{"segment": [2, 4], "id": 0, "sentence": "crack_egg"}, {"segment": [7, 7], "id": 1, "sentence": "pour milk"}], "c": []}""");
        _folder.Write("id2xy_box_agree.json", """{"a_b": {"2": [10, 20, 210, 620], "4": [490, 0, 480, 100]}}""");
        _folder.Write("pumpkin_youtube_FPS_21k_annotation_full_agg_p.json", """
            [{"image_url": "http://x/a_b/a_b_2_crack_egg.jpg", "x": 100.5, "y": 50.0, "mean_dist": 3.5},
             {"image_url": "http://x/a_b/a_b_3_crack_egg.jpg", "x": null, "y": null, "mean_dist": null}]
            """);
        _folder.Write("pumpkin_youtube_annotation_full_agg.json", """[{"image_url": "http:\/\/x\/a_b_2_crack_egg.jpg", "mean_x": 200, "mean_y": 100, "mean_dist": 8}]""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Segments_boxes_points_pool_and_sizes_come_together()
    {
        var set = GroundingYouTubeReader.Read(_folder.Path, new() { Points = true });
        Assert.Equal(["a_b", "c"], set.Videos.Select(video => video.Id));
        var video = set.Videos[0];
        Assert.Equal((640, 480, 1280, 960), (video.Width, video.Height, video.NativeWidth, video.NativeHeight));
        Assert.Equal([new ActionSegment(0, "crack egg", new(2, 4)), new ActionSegment(1, "pour milk", new(7, 7))], video.Actions);
        Assert.Equal(["crack egg", "pour milk"], video.Pool);
        Assert.Equal(new Box(10, 20, 210, 620), video.Boxes[2]);
        Assert.True(video.Boxes[4].IsDegenerate);
        Assert.Equal([new Point(100.5, 50), new Point(100, 50)], video.Points[2]);
        Assert.False(video.Points.ContainsKey(3));
        Assert.Equal(0, set.SecondOfFirstFrame);
    }

    [Fact]
    public void Frames_without_a_point_are_kept_in_the_list_of_points()
    {
        var points = GroundingYouTubeReader.ReadPoints(_folder.Path);
        Assert.Equal(
            [
                new("a_b", 2, "crack egg", new Point(100.5, 50), 3.5),
                new("a_b", 3, "crack egg", null, null),
                new PointAnnotation("a_b", 2, "crack egg", new Point(100, 50), 8),
            ],
            points);
    }

    [Fact]
    public void Valid_frames_run_over_both_ends_of_an_action_and_need_a_box()
    {
        var frames = ValidFrames.Enumerate(GroundingYouTubeReader.Read(_folder.Path)).ToList();
        Assert.Equal([2, 4], frames.Select(frame => frame.Second));
        Assert.All(frames, frame => Assert.Equal("crack egg", frame.Action.Label));
    }

    [Theory]
    [InlineData("seg.json", """{"a_b": [{"segment": [2, 4, 5], "id": 0, "sentence": "x"}]}""", "entry 'a_b'[0].segment", "a list of 2 numbers was expected; it has 3")]
    [InlineData("seg.json", """{"a_b": [{"segment": [4, 2], "id": 0, "sentence": "x"}]}""", "entry 'a_b'[0].segment", "[4, 2] is there")]
    [InlineData("seg.json", """{"a_b": [{"segment": [-1, 2], "id": 0, "sentence": "x"}]}""", "entry 'a_b'[0].segment", "0 ≤ start ≤ end")]
    [InlineData("seg.json", """{"a_b": [{"segment": ["2", 4], "id": 0, "sentence": "x"}]}""", "entry 'a_b'[0].segment[0]", "a finite number was expected, \"2\" is there")]
    [InlineData("seg.json", """{"a_b": [{"id": 0, "sentence": "x"}]}""", "entry 'a_b'[0]", "field 'segment' was expected and is missing")]
    [InlineData("seg.json", """{"a_b": [{"segment": [2, 4], "id": 1.5, "sentence": "x"}]}""", "entry 'a_b'[0].id", "a whole number was expected, 1.5 is there")]
    [InlineData("seg.json", """{"a_b": [{"segment": [2, 4], "id": 0, "sentence": "_"}]}""", "entry 'a_b'[0].sentence", "it is empty")]
    [InlineData("seg.json", """{"a_b": [{"segment": [2, 4], "id": 3, "sentence": "x"}, {"segment": [2, 4], "id": 3, "sentence": "y"}]}""", "entry 'a_b'[1].id", "3 appears again")]
    [InlineData("seg.json", """{"a_b": {"segment": [2, 4]}}""", "entry 'a_b'", "a list was expected")]
    [InlineData("seg.json", """{"nobody": []}""", "entry 'nobody'", "a video that id2wh_new.json lists was expected; 'nobody' is unknown there")]
    [InlineData("seg.json", """{"a_b": [], "a_b": []}""", "entry 'a_b'", "each name may appear once")]
    [InlineData("seg.json", """[]""", "the outermost value", "an object was expected, [] is there")]
    [InlineData("seg.json", "{\n \"a_b\": [NaN]}", "line 2, position 10", "NaN and Infinity are not JSON")]
    [InlineData("seg.json", "{\"a_b\": [", "line 1, position 10", "well-formed JSON")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"2": [1, 2, 3]}}""", "entry 'a_b'.2", "a list of 4 numbers was expected; it has 3")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"2": [1, 2, 3, 700]}}""", "entry 'a_b'.2", "inside the 640×480 frame was expected; [1, 2, 3, 700] is there")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"2": [-1, 2, 3, 7]}}""", "entry 'a_b'.2", "inside the 640×480 frame")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"2": [200, 2, 100, 7]}}""", "entry 'a_b'.2", "the corners of [200, 2, 100, 7] are swapped")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"2": [1, 20, 30, 7]}}""", "entry 'a_b'.2", "are swapped")]
    [InlineData("id2xy_box_agree.json", """{"c": {"2": [470, 20, 460, 70]}}""", "entry 'c'.2", "are swapped")]
    [InlineData("id2xy_box_agree.json", """{"a_b": {"two": [1, 2, 3, 4]}}""", "entry 'a_b'.two", "a whole second was expected as the key")]
    [InlineData("id2xy_box_agree.json", """{"nobody": {}}""", "entry 'nobody'", "'nobody' is unknown there")]
    [InlineData("id2wh_new.json", """{"a_b": [640]}""", "entry 'a_b'", "[width, height] in pixels was expected; [640] is there")]
    [InlineData("id2wh.json", """{"a_b": [0, 480]}""", "entry 'a_b'", "[0, 480] is there")]
    [InlineData("vid2step.json", """{"a_b": [7]}""", "entry 'a_b'[0]", "a string was expected, 7 is there")]
    [InlineData("pumpkin_youtube_annotation_full_agg.json", """[{"image_url": "http://x/nobody_2_x.jpg", "mean_x": 1, "mean_y": 1}]""", "entry [0].image_url", "'nobody_2_x' is there")]
    [InlineData("pumpkin_youtube_annotation_full_agg.json", """[{"image_url": "http://x/a_b_2_x.jpg", "mean_x": 1, "mean_y": null}]""", "entry [0]", "both or none")]
    [InlineData("pumpkin_youtube_annotation_full_agg.json", """[{"image_url": "http://x/a_b_2_x.jpg", "mean_x": 1281, "mean_y": 3}]""", "entry [0]", "inside the 1280×960 frame")]
    [InlineData("pumpkin_youtube_annotation_full_agg.json", """[{"image_url": "http://x/a_b_2_x.jpg", "mean_x": 1, "mean_y": 3, "mean_dist": -1}]""", "entry [0].mean_dist", "at least 0 was expected, -1 is there")]
    public void One_wrong_entry_is_named_with_file_place_and_expectation(string file, string text, string place, string expectation)
    {
        var path = _folder.Write(file, text);
        var error = Assert.Throws<DataFormatException>(() => GroundingYouTubeReader.Read(_folder.Path, new() { Points = true }));
        Assert.Equal((path, place), (error.Path, error.Place));
        Assert.Contains(expectation, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_SkipBad_only_the_bad_entries_are_left_out_and_each_is_listed()
    {
        _folder.Write("seg.json", """{"a_b": [{"segment": [2, 4, 5], "id": 0, "sentence": "x"}, {"segment": [5, 6], "id": 1, "sentence": "y"}], "nobody": [], "c": [], "c": []}""");
        _folder.Write("id2xy_box_agree.json", """{"a_b": {"2": [1, 2], "5": [1, 2, 3, 4]}}""");
        var problems = new List<DataProblem>();
        var set = GroundingYouTubeReader.Read(_folder.Path, new() { SkipBad = true, OnProblem = problems.Add });
        Assert.Equal(["a_b", "c"], set.Videos.Select(video => video.Id));
        Assert.Equal("y", Assert.Single(set.Videos[0].Actions).Label);
        Assert.Equal([5], set.Videos[0].Boxes.Keys);
        Assert.Equal(["entry 'a_b'.2", "entry 'a_b'[0].segment", "entry 'nobody'", "entry 'c'"], problems.Select(problem => problem.Place));
    }

    [Fact]
    public void A_missing_folder_file_and_a_folder_in_a_files_place_are_named()
    {
        Assert.Contains("seg.json was expected, there is none", Assert.Throws<DataFormatException>(() => GroundingYouTubeReader.Read(_folder.File("none"))).Message, StringComparison.Ordinal);
        var error = Assert.Throws<DataFormatException>(() => GroundingYouTubeReader.Read(_folder.Path, new() { Segments = SegmentFile.Ground }));
        Assert.Contains("ground_seg.json: path: a JSON file was expected, there is none", error.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.File("ground_seg.json"));
        error = Assert.Throws<DataFormatException>(() => GroundingYouTubeReader.Read(_folder.Path, new() { Segments = SegmentFile.Ground }));
        Assert.Contains("this is a folder", error.Message, StringComparison.Ordinal);
    }
}
