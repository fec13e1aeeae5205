using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Tests.Training;

/// <summary>A CLIP of two layers trained with the model on two small films.</summary>
// Alone: the weights are drawn from the process's generator, which other tests seed too.
[Collection(TensorCounters.Name)]
public sealed class BackboneTuningTests : IDisposable
{
    private static readonly Recipe s_recipe = new()
    {
        Name = "tuned",
        BatchSize = 4,
        Steps = 6,
        WarmupSteps = 1,
        CandidateFrames = 6,
        EpochRule = EpochRule.EveryCaption,
        Start = ModelStart.Backbone,
        Selection = FrameSelection.Paper with { Frames = 3 },
        LearningRate = 1e-3,
        BackboneLearningRate = 1e-3,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly ClipBackbone _backbone;
    private readonly Dictionary<string, string> _files = [];
    private readonly Dictionary<string, IReadOnlyList<Clip>> _captions = [];

    public BackboneTuningTests()
    {
        manual_seed(3);
        var tokenizer = new ClipTokenizer(new BytePairMerges([("w", "h"), ("e", "g")]), contextLength: 24);
        var config = ClipConfig.Tiny with
        {
            ImageSize = 32,
            PatchSize = 16,
            StemWidth = 0,
            VisionWidth = 16,
            VisionHeads = 2,
            VisionLayers = 2,
            TextWidth = 16,
            TextHeads = 2,
            TextLayers = 1,
            EmbedWidth = 8,
            ContextLength = 24,
            VocabularySize = tokenizer.VocabularySize,
        };
        _backbone = new ClipBackbone(new ClipModel(config), tokenizer, ClipInput.Raw01, "small");
    }

    public void Dispose()
    {
        _backbone.Dispose();
        _folder.Dispose();
    }

    [FfmpegFact]
    public void Frames_are_encoded_to_the_features_that_a_store_of_them_has()
    {
        using FeatureStore store = Store();
        using DisposeScope scope = NewDisposeScope();
        using GlobalLocalModel model = s_recipe.NewModel(_backbone);
        var clips = new NarratedClips(store, _captions, s_recipe);
        var objective = new TrainingObjective(s_recipe, model);
        using var texts = new TextBank(_backbone);
        using var tuning = new BackboneTuning(s_recipe, _backbone, clips, _files);
        TrainingBatch frozen = NarratedClips.ToBatch(clips.Read(0), texts, CPU), tuned = tuning.ToBatch(tuning.Read(0), objective, CPU);
        Assert.Equal([4, 3, 8], tuned.Frames_BUD.shape);
        Assert.Equal([4, 3, 4, 8], tuned.Regions_BUND.shape);
        Assert.True(tuned.Frames_BUD.requires_grad && tuned.Words_BKD.requires_grad && !frozen.Frames_BUD.requires_grad);
        (Tensor expected, _, _) = objective.Loss(frozen);
        (Tensor actual, _, _) = objective.Loss(tuned);
        Assert.Equal(expected.item<float>(), actual.item<float>(), 2e-3); // The store holds half precision.
    }

    [FfmpegFact]
    public void The_backbone_learns_in_a_copy_that_the_finished_checkpoint_names()
    {
        using FeatureStore store = Store();
        string path = _folder.File("model.safetensors");
        float[] before = Weights(_backbone);
        Train(store, path);
        Assert.Equal(before, Weights(_backbone));
        using var tuned = ClipBackbone.Load(_folder.File("model.backbone.safetensors"));
        Assert.StartsWith("small-tuned-", tuned.Name, StringComparison.Ordinal);
        Assert.Equal(tuned.Name, Checkpoint.BackboneOf(path));
        float[] after = Weights(tuned);
        Assert.Equal(before.Length, after.Length);
        Assert.Contains(before.Zip(after), pair => Math.Abs(pair.First - pair.Second) > 1e-4);
        using TrainedModel model = TrainedModel.Load(path, tuned);
        Assert.Contains("metadata 'backbone'", Assert.Throws<DataFormatException>(() => TrainedModel.Load(path, _backbone)).Message, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public void An_interrupted_run_goes_on_to_the_same_weights_of_both()
    {
        using FeatureStore store = Store();
        string whole = _folder.File("whole.safetensors"), parts = _folder.File("parts.safetensors");
        Train(store, whole);
        using var stop = new CancellationTokenSource();
        var after4 = new TrainerTests.Watcher(report =>
        {
            if (report.Done == 4)
                stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Train(store, parts, after4, stop.Token));
        Assert.Equal("small-raw01", Checkpoint.BackboneOf(parts));
        Assert.False(File.Exists(_folder.File("parts.backbone.safetensors")));
        Assert.Equal(4, Train(store, parts).Resumed);
        using SafetensorsFile expected = SafetensorsFile.Open(whole), actual = SafetensorsFile.Open(parts);
        Assert.Equal(expected.Entries.Keys.Order(StringComparer.Ordinal), actual.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(expected.Entries.Keys, name => name.StartsWith("backbone_optimizer.", StringComparison.Ordinal));
        foreach (string name in expected.Entries.Keys.Where(n => expected.Entries[n].DType == ElementType.F32))
            Assert.Equal(expected.ReadSingle(name), actual.ReadSingle(name));
    }

    [FfmpegFact]
    public void A_window_of_a_video_without_room_has_the_frames_of_the_whole_one()
    {
        using FeatureStore store = Store();
        var files = new Dictionary<string, string> { ["a"] = TestVideos.Numbered(_folder.File("numbered.mp4")), ["b"] = _files["b"] };
        byte[] kept = new byte[4 * 8 * 8 * 3], windows = new byte[kept.Length];
        foreach (string video in files.Keys)
        {
            var window = new ClipWindow(new Clip(video, new Segment(3, 7), ""), 3, 4, 12);
            new FrameCache(files, 8, mostBytes: 12 * 8 * 8 * 3).Read(window, kept);
            new FrameCache(files, 8, mostBytes: 0).Read(window, windows);
            Assert.Equal(kept, windows);
            Assert.Equal(4, kept.Chunk(8 * 8 * 3).Select(f => Convert.ToHexString(f)).Distinct().Count());
        }
    }

    [FfmpegFact]
    public void What_cannot_be_tuned_is_refused_by_name()
    {
        using FeatureStore store = Store();
        var clips = new NarratedClips(store, _captions, s_recipe);
        Assert.Contains("'tuned' keeps the backbone frozen", Assert.Throws<ArgumentException>(() => new BackboneTuning(s_recipe with { BackboneLearningRate = 0 }, _backbone, clips, _files)).Message, StringComparison.Ordinal);
        Assert.Contains("1 have no file, the first is 'b'", Assert.Throws<ArgumentException>(() => new BackboneTuning(s_recipe, _backbone, clips, new Dictionary<string, string> { ["a"] = "a.mp4" })).Message, StringComparison.Ordinal);
        using var toy = new ToyNarration(videos: 2);
        Assert.Contains("'toy' cannot be trained", Assert.Throws<ArgumentException>(() => new BackboneTuning(s_recipe, toy, clips, _files)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => (s_recipe with { BackboneLearningRate = -1 }).Check());
    }

    [FfmpegFact]
    public void Features_of_videos_that_are_no_part_of_the_data_are_left_alone()
    {
        using FeatureStore store = Store(); // Of two films; the data has one.
        var set = new GroundingSet("toy", [new GroundingVideo { Id = "a", Width = 64, Height = 48, Actions = [new ActionSegment(0, "whisk egg", new Segment(2, 6))], Boxes = Enumerable.Range(0, 8).ToDictionary(s => s, _ => new Box(0, 0, 64, 48)) }]);
        var inputs = new ExperimentInputs
        {
            Name = "toy",
            Backbone = _backbone,
            Captions = new Dictionary<string, IReadOnlyList<Clip>> { ["a"] = _captions["a"] },
            Training = store,
            Testing = store,
            SpatioTemporal = set,
            Temporal = set,
            Spatial = set,
            Files = new Dictionary<string, string> { ["a"] = _files["a"] },
        };
        Assert.Equal(["a"], inputs.TestVideos);
        var runner = new RowRunner(inputs, new RowRunnerOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints") });
        RunRecord run = runner.Run(new MethodRun { Name = "tuned", Recipe = s_recipe with { BatchSize = 2 }, Grounding = new GroundingOptions { Mask = MaskRule.OfRange, MaskThreshold = 0.5 } });
        Assert.Equal(100, run.Metrics[RunMetrics.Pointing]); // The box is the frame.
    }

    private FeatureStore Store()
    {
        foreach (string id in new[] { "a", "b" })
        {
            _files[id] = TestVideos.Moving(_folder.File($"{id}.mp4"));
            // The last one reaches the end of the film, where frames are missing.
            _captions[id] = [new Clip(id, new Segment(1, 4), "whisk egg"), new Clip(id, new Segment(5, 8), "egg"), new Clip(id, new Segment(10, 12), $"whisk {id}")];
        }

        FeatureExtractor.Run([.. _files.Select(f => (f.Key, f.Value))], _folder.File("features"), _backbone);
        return FeatureStore.Open(_folder.File("features"));
    }

    private TrainingResult Train(FeatureStore store, string path, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        using GlobalLocalModel model = s_recipe.NewModel(_backbone);
        var options = new TrainerOptions { CheckpointPath = path, Backbone = _backbone.Name };
        return Trainer.Train(s_recipe, model, _backbone, new NarratedClips(store, _captions, s_recipe), _files, options, progress, cancellation);
    }

    private static float[] Weights(ClipBackbone backbone)
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. backbone.NamedParameters().SelectMany(p => p.Value.detach().contiguous().data<float>().ToArray())];
    }
}
