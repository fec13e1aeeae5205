using TorchSharp;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Comma;
using Workbench.Models.Comma;
using Workbench.Tests.Training;
using Workbench.Training;
using Workbench.Training.Comma;

namespace Workbench.Tests.Experiments.Comma;

/// <summary>Every trained method on a world of eight things.</summary>
[Collection(TensorCounters.Name)]
public sealed class CommaRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static GroundingSet Set() => new("toy",
    [
        new GroundingVideo { Id = "toy00", Width = 640, Height = 360, Actions = [new ActionSegment(0, "see thing1", new Segment(8, 15))], Boxes = Enumerable.Range(0, 40).ToDictionary(s => s, _ => new Box(0, 0, 640, 360)) },
    ])
    {
        SecondOfFirstFrame = 1,
    };

    private CommaRunner Runner(ToyNarration toy, string part = "a") => new(
        new ExperimentInputs { Name = "toy", Backbone = toy, Captions = toy.Captions, Training = toy.Store, Testing = toy.Store, SpatioTemporal = Set(), Temporal = Set(), Spatial = Set() },
        new CommaData(_folder.File("data"), null), new RowRunnerOptions { RunFolder = _folder.File($"runs-{part}"), CheckpointFolder = _folder.File($"checkpoints-{part}") });

    private static CommaRecipe Recipe => new() { Name = "toy-comma", Steps = 6, BatchSize = 4, WarmupSteps = 1, LearningRate = 1e-3 };

    public static TheoryData<string, CommaMethod, CommaLoss, CommaLayers, CommaForm> Methods => new()
    {
        { "comma", CommaMethod.Comma, CommaLoss.Sentence, CommaLayers.CrossSelfCross, CommaForm.Released },
        { "words", CommaMethod.Comma, CommaLoss.Word, CommaLayers.CrossSelfCross, CommaForm.Released },
        { "both", CommaMethod.Comma, CommaLoss.WordAndSentence, CommaLayers.CrossCross, CommaForm.Released },
        { "shallow", CommaMethod.Comma, CommaLoss.Sentence, CommaLayers.Cross, CommaForm.Released },
        { "masked", CommaMethod.Comma, CommaLoss.Sentence, CommaLayers.CrossSelfCross, CommaForm.Masked },
        { "mixed", CommaMethod.Comma, CommaLoss.Sentence, CommaLayers.Full, CommaForm.Masked },
        { "sentinel", CommaMethod.FullSentinel, CommaLoss.Sentence, CommaLayers.CrossSelfCross, CommaForm.Released },
        { "gupta", CommaMethod.PhraseGrounding, CommaLoss.Word, CommaLayers.CrossSelfCross, CommaForm.Released },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_trained_and_scored_once_and_its_file_says_with_what(string name, CommaMethod method, CommaLoss loss, CommaLayers layers, CommaForm form)
    {
        using var toy = new ToyNarration(videos: 4);
        using CommaRunner runner = Runner(toy);
        var run = new CommaRun { Name = name, Kind = CommaKind.Trained, Recipe = Recipe with { Name = name, Method = method, Loss = loss, Layers = layers, Form = form } };
        RunRecord record = runner.Run(run);
        Assert.Equal(100, record.Metrics[CommaMetrics.Pointing]); // Boxes are whole frames.
        Assert.Equal(100, record.Metrics[CommaMetrics.PointingReleased]);
        Assert.True(double.IsFinite(record.Metrics[RunMetrics.LastLoss]));
        Assert.Equal((8, 6), (record.Counts["interaction frames"], record.Counts["steps"]));
        string file = Path.Combine(_folder.File("runs-a"), record.FileName), before = File.ReadAllText(file);
        File.Delete(file);
        runner.Run(run);
        Assert.Equal(before, File.ReadAllText(file)); // Finished runs are not done again.
    }

    [Theory]
    [InlineData(CommaMethod.Comma)]
    [InlineData(CommaMethod.PhraseGrounding)]
    public void A_run_that_was_cancelled_goes_on_with_the_same_numbers(CommaMethod method)
    {
        using var toy = new ToyNarration(videos: 4);
        CommaRecipe recipe = Recipe with { Method = method, Loss = method == CommaMethod.Comma ? CommaLoss.Sentence : CommaLoss.Word };
        var run = new CommaRun { Name = "toy", Kind = CommaKind.Trained, Recipe = recipe };
        using CommaRunner whole = Runner(toy, "whole"), parts = Runner(toy, "parts");
        RunRecord expected = whole.Run(run);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => parts.Run(run, new Stopper(stop), stop.Token));
        RunRecord resumed = parts.Run(run);
        Assert.InRange(resumed.Counts["resumed from step"], 1, 5);
        Assert.Equal(expected.Metrics[RunMetrics.LastLoss], resumed.Metrics[RunMetrics.LastLoss]);
    }

    [Fact]
    public void A_few_steps_bring_words_and_what_they_name_together()
    {
        using var toy = new ToyNarration();
        using TorchSharp.DisposeScope scope = torch.NewDisposeScope();
        CommaRecipe recipe = Recipe with { Steps = 60, BatchSize = 16, LearningRate = 1e-2, WarmupSteps = 4 };
        using torch.nn.Module model = recipe.NewModel(toy);
        using var texts = new TextBank(toy);
        TrainingResult result = new TrainingLoop<ClipFeatures>(new CommaTraining(recipe, model, new NarratedClips(toy.Store, toy.Captions, recipe.Sampling), texts)).Run();
        Assert.True(result.Losses.TakeLast(10).Average() < 0.85 * result.Losses.Take(5).Average(), string.Join(" ", result.Losses.Select(l => $"{l:0.00}")));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
            if (value.Done == 3)
                stop.Cancel();
        }
    }
}
