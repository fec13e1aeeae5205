using TorchSharp;
using Workbench.Data;
using Workbench.Experiments.Comma;
using Workbench.Metrics;
using Workbench.Tests.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Experiments.Comma;

/// <summary>Who answers points at the cell that the frame's own features name: which frame was asked shows in what is hit.</summary>
public sealed class InteractionsTaskTests
{
    private const int Seconds = 40;

    /// <summary>A backbone of 2×2 cells of one number; black is −1.</summary>
    private sealed class Numbered : Workbench.Backbones.IBackbone
    {
        public string Name => "numbered";
        public int Width => 1;
        public int GridSize => 2;
        public int InputSize => 4;
        public Workbench.Backbones.FrameFeatures EncodeFrames(Tensor frames) => new(zeros(frames.size(0), 1), full([frames.size(0), 4, 1], -1.0));
        public Workbench.Backbones.TextFeatures EncodeText(IReadOnlyList<string> sentences) => throw new NotSupportedException();
        public void Dispose()
        {
        }
    }

    /// <summary>Each second's regions hold its number.</summary>
    private static FeatureStore Store(TemporaryFolder folder)
    {
        using (var writer = FeatureStoreWriter.Open(folder.File("store"), new FeatureStoreInfo("numbered", 1, ElementType.F32)))
        {
            writer.Append("v", ("global", new FeatureArray(new float[Seconds], [Seconds, 1])), ("local", new FeatureArray([.. Enumerable.Range(0, 4 * Seconds).Select(i => (float)(i / 4))], [Seconds, 4, 1])));
            writer.Complete();
        }

        return FeatureStore.Open(folder.File("store"));
    }

    private static GroundingSet Set(int start, int end, Func<int, Box> box, int? nativeWidth = null, int? nativeHeight = null) => new("toy",
        [new GroundingVideo { Id = "v", Width = 640, Height = 360, NativeWidth = nativeWidth, NativeHeight = nativeHeight, Actions = [new ActionSegment(0, "cut", new Segment(start, end))], Boxes = Enumerable.Range(start, end - start + 1).ToDictionary(s => s, box) }])
    {
        SecondOfFirstFrame = 1,
    };

    private static Box Quarter(int cell) => new(cell % 2 * 320, cell / 2 * 180, (cell % 2 * 320) + 319, (cell / 2 * 180) + 179);

    /// <summary>Remembers what was asked, and points a second at the cell of its number modulo 4; black at none.</summary>
    private static InteractionsTask.HeatSource Source(List<float[]> asked) => (regions_SND, _) =>
    {
        float[] numbers = regions_SND.select(1, 0).flatten().contiguous().data<float>().ToArray();
        asked.Add(numbers);
        return [.. numbers.Select(n => new HeatMap(2, 2, [.. Enumerable.Range(0, 4).Select(c => n >= 0 && c == (int)n % 4 ? 1f : 0f)]))];
    };

    [Fact]
    public void Corrected_each_second_is_asked_of_its_own_frame_the_last_included()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using FeatureStore store = Store(folder);
        List<float[]> asked = [];
        PointingResult result = InteractionsTask.Run(Source(asked), new Numbered(), store, Set(5, 10, s => Quarter((s - 1) % 4)));
        Assert.Equal((6, 6), (result.Hits, result.Frames));
        Assert.Equal([4f, 5, 6, 7, 8, 9], asked.Single());
    }

    [Fact]
    public void As_released_windows_of_sixteen_make_two_steps_each_with_black_at_the_end_stretched_across_their_borders()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using FeatureStore store = Store(folder);
        List<float[]> asked = [];
        // 20 frames, 4 to 23: two windows, the second with 12 black frames.
        PointingResult result = InteractionsTask.Run(Source(asked), new Numbered(), store, Set(5, 25, _ => Quarter(0)), InteractionsRule.ReleasedCode);
        Assert.Equal([7.5f, 15.5f, (20 + 21 + 22 + 23 - 4) / 8f, -1f], asked.Single());
        Assert.Equal(21, result.Frames);
        // Steps 7.5, 15.5 and 10.25 point at cells 3, 3 and 2: nothing at cell 0, until the black step, whose flat heat has its first maximum at the top left.
        Assert.Equal(0, result.Hits);
        Assert.Equal(0, InteractionsTask.Run(Source([]), new Numbered(), store, Set(5, 10, _ => Quarter(0)), InteractionsRule.ReleasedCode).Hits); // Mean of 4 to 8 and black.
        Assert.Equal(21, InteractionsTask.Run(Source([]), new Numbered(), store, Set(5, 25, _ => new Box(0, 0, 640, 360)), InteractionsRule.ReleasedCode).Hits);
    }

    [Fact]
    public void The_frame_is_the_files_own_clamped_side_by_side_only_as_released()
    {
        GroundingSet set = Set(5, 10, _ => new Box(300, 170, 340, 190), nativeWidth: 480, nativeHeight: 1080);
        Assert.Equal(new FrameSize(480, 360), InteractionsTask.FrameOf(set.Videos[0], InteractionsRule.ReleasedCode));
        Assert.Equal(new FrameSize(640, 360), InteractionsTask.FrameOf(set.Videos[0], InteractionsRule.Corrected));
        Assert.Equal(6, InteractionsTask.Run((_, f) => new Point(f.Width / 2.0, f.Height / 2.0), set).Hits);
        Assert.Equal(0, InteractionsTask.Run((_, f) => new Point(f.Width / 2.0, f.Height / 2.0), set, InteractionsRule.ReleasedCode).Hits);
        Assert.Equal(0, InteractionsTask.Run((_, _) => null, set).Hits);
    }
}
