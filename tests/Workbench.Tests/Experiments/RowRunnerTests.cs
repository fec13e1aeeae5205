using TorchSharp;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Tables;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Tests.Training;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Experiments;

/// <summary>Rows with and without training on a world of two actions.</summary>
public sealed class RowRunnerTests : IDisposable
{
    private static readonly string[] s_names = ["see thing1", "see thing2"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 40 seconds: thing1 in the seconds 8 to 15, thing2 in 24 to 31, as five even shares would have it.
    private static GroundingSet Set(Box box) => new("toy",
    [
        new GroundingVideo
        {
            Id = "toy00", Width = 640, Height = 480,
            Actions = [new ActionSegment(0, s_names[0], new Segment(8, 15)), new ActionSegment(1, s_names[1], new Segment(24, 31))],
            Boxes = Enumerable.Range(0, 40).ToDictionary(s => s, _ => box),
        },
    ]);

    private static ExperimentInputs Inputs(ToyNarration toy, Box box) => new()
    {
        Name = "toy",
        Backbone = toy,
        Captions = toy.Captions,
        Training = toy.Store,
        Testing = toy.Store,
        SpatioTemporal = Set(box),
        Temporal = Set(box),
        Spatial = Set(box),
    };

    private RowRunner Runner(ToyNarration toy, Box box) => new(Inputs(toy, box), new RowRunnerOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints") });

    [Fact]
    public void Whoever_sees_no_video_scores_where_things_are_even_and_in_the_middle_and_nowhere_else()
    {
        using var toy = new ToyNarration(videos: 2);
        RunRecord middle = Runner(toy, new Box(220, 140, 420, 340)).Run(MethodCatalogue.NoVideo);
        Assert.Equal(100, middle.Metrics[RunMetrics.Pointing]);
        Assert.Equal(100, middle.Metrics[RunMetrics.SpatialSuccess]);
        Assert.InRange(middle.Metrics[RunMetrics.TemporalIou], 80, 100);
        Assert.InRange(middle.Metrics[RunMetrics.VideoMap(0.5)], 99, 100);
        RunRecord corner = Runner(toy, new Box(0, 0, 100, 100)).Run(MethodCatalogue.NoVideo);
        Assert.Equal(0, corner.Metrics[RunMetrics.Pointing]);
        Assert.Equal(0, corner.Metrics[RunMetrics.SpatialSuccess]);
        Assert.Equal(middle.Metrics[RunMetrics.TemporalIou], corner.Metrics[RunMetrics.TemporalIou]);
        Assert.Equal(0, corner.Metrics[RunMetrics.VideoMap(0.1)]);
    }

    [Fact]
    public void Every_row_has_the_same_metrics_but_those_of_training_and_a_run_file()
    {
        using var toy = new ToyNarration(videos: 4);
        RowRunner runner = Runner(toy, new Box(0, 0, 640, 480));
        var grounding = new GroundingOptions { BackgroundThreshold = -1, Mask = MaskRule.OfRange, MaskThreshold = 0.5 };
        RunRecord floor = runner.Run(MethodCatalogue.NoVideo), alone = runner.Run(new MethodRun { Name = "backbone", Grounding = grounding, Detailed = true });
        var recipe = new Recipe { Name = "both", Steps = 2, BatchSize = 4, CandidateFrames = 8, WarmupSteps = 1, EpochRule = EpochRule.EveryCaption };
        recipe = recipe with { Selection = recipe.Selection with { Frames = 4 } };
        var ours = new MethodRun { Name = "both", Recipe = recipe, Grounding = grounding, Detailed = true };
        RunRecord trained = runner.Run(ours);
        string[] ofTraining = [RunMetrics.LastLoss, RunMetrics.StepMilliseconds], ofSeeing = [RunMetrics.FrameAccuracy, RunMetrics.BackgroundShare, RunMetrics.TemporalAccuracy];
        Assert.Equal(trained.Metrics.Keys.Except(ofTraining), alone.Metrics.Keys);
        Assert.Equal(alone.Metrics.Keys.Except(ofSeeing).Where(m => !m.Contains("heat >=", StringComparison.Ordinal)), floor.Metrics.Keys);
        Assert.Equal(3, Directory.GetFiles(_folder.File("runs"), "*.json").Length);
        string file = Path.Combine(_folder.File("runs"), trained.FileName), before = File.ReadAllText(file);
        RunRecord again = runner.Run(ours);
        Assert.Equal(before, File.ReadAllText(file));
        File.Delete(file);
        runner.Run(ours);
        Assert.Equal(before, File.ReadAllText(file)); // A finished run that is asked for again keeps its file.
        Assert.Equal(trained.Hash, again.Hash);
        Assert.Equal([1], trained.Seeds);
        Assert.Empty(alone.Seeds);
        Assert.Equal(2, trained.Counts["steps"]);
    }

    [Fact]
    public void A_run_file_of_the_same_settings_is_taken_where_that_is_asked_for()
    {
        using var toy = new ToyNarration(videos: 2);
        var options = new RowRunnerOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints"), Commit = "first" };
        new RowRunner(Inputs(toy, new Box(0, 0, 640, 480)), options).Run(MethodCatalogue.NoVideo);
        RunRecord kept = new RowRunner(Inputs(toy, new Box(0, 0, 640, 480)), options with { Commit = "second", Reuse = true }).Run(MethodCatalogue.NoVideo);
        RunRecord again = new RowRunner(Inputs(toy, new Box(0, 0, 640, 480)), options with { Commit = "second" }).Run(MethodCatalogue.NoVideo);
        Assert.Equal(("first", "second"), (kept.Commit, again.Commit));
        RunRecord other = new RowRunner(Inputs(toy, new Box(0, 0, 640, 480)) with { Name = "other" }, options with { Commit = "second", Reuse = true }).Run(MethodCatalogue.NoVideo);
        Assert.Equal("second", other.Commit);
    }

    // Two methods that train, and one that does not.
    private static MethodRun[] TwoTrained()
    {
        var grounding = new GroundingOptions { BackgroundThreshold = -1, Mask = MaskRule.OfRange, MaskThreshold = 0.5 };
        var recipe = new Recipe { Steps = 1, BatchSize = 4, CandidateFrames = 8, WarmupSteps = 0, EpochRule = EpochRule.EveryCaption, Seed = 1 };
        recipe = recipe with { Selection = recipe.Selection with { Frames = 4 } };
        return [.. new[] { "first", "second" }.Select(name => new MethodRun { Name = name, Recipe = recipe with { Name = name }, Grounding = grounding }), MethodCatalogue.NoVideo];
    }

    [Fact]
    public void A_row_that_another_process_is_at_is_left_to_it()
    {
        using var toy = new ToyNarration(videos: 4);
        RowRunner here = Runner(toy, new Box(0, 0, 640, 480)), there = Runner(toy, new Box(0, 0, 640, 480));
        var session = new TableSession(_ => here, [1]);
        MethodRun[] runs = TwoTrained();
        var finished = new List<string>();
        using (IDisposable? claim = there.TryClaim(runs[0].Recipe!))
        {
            Assert.NotNull(claim);
            Assert.Null(here.TryClaim(runs[0].Recipe!));
            session.RunUnclaimed(runs, run => finished.Add(run.Name));
            Assert.Equal(["second"], finished);
            Assert.Equal(["first"], session.ToTrain(runs).Select(r => r.Name));
        }

        session.RunUnclaimed(runs, run => finished.Add(run.Name));
        Assert.Equal(["second", "first"], finished);
        Assert.Empty(session.ToTrain(runs));
        Assert.Empty(Directory.GetFiles(_folder.File("checkpoints"), "*.claim"));
    }

    [Fact]
    public void A_row_that_becomes_free_meanwhile_is_done_too()
    {
        using var toy = new ToyNarration(videos: 4);
        RowRunner here = Runner(toy, new Box(0, 0, 640, 480)), there = Runner(toy, new Box(0, 0, 640, 480));
        MethodRun[] runs = TwoTrained();
        var finished = new List<string>();
        IDisposable claim = there.TryClaim(runs[0].Recipe!)!;
        new TableSession(_ => here, [1]).RunUnclaimed(runs, run =>
        {
            finished.Add(run.Name);
            claim.Dispose();
        });
        Assert.Equal(["second", "first"], finished);
    }

    [Fact]
    public void A_row_runs_with_the_threads_that_it_is_given_and_its_file_says_how_many()
    {
        using var toy = new ToyNarration(videos: 2);
        int before = get_num_threads();
        RunRecord Run(int? threads)
        {
            var options = new RowRunnerOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints"), TorchVersion = "t", Threads = threads };
            return new RowRunner(Inputs(toy, new Box(0, 0, 640, 480)), options).Run(MethodCatalogue.NoVideo);
        }

        Assert.Equal($"t, {before + 1} threads", Run(before + 1).Torch);
        Assert.Equal(before, get_num_threads());
        Assert.Equal($"t, {before} threads", Run(null).Torch);
    }

    [Fact]
    public void Identity_projections_hand_features_on_and_others_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new GlobalLocalModel(new Recipe().ModelConfig(16));
        model.MakeIdentity();
        Tensor x_NKD = randn(3, 2, 16);
        Assert.True(model.ProjectRegions(x_NKD).allclose(x_NKD));
        Assert.True(model.ProjectWords(x_NKD).allclose(x_NKD));
        using var narrow = new GlobalLocalModel(new Recipe { Width = 8 }.ModelConfig(16));
        Assert.Throws<InvalidOperationException>(narrow.MakeIdentity);
    }
}
