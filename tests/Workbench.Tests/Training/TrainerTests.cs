using TorchSharp;
using Workbench.Data;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Tests.Training;

// Alone: the weights are drawn from the process's generator, which other tests seed too.
[Collection(TensorCounters.Name)]
public class TrainerTests
{
    internal static readonly Recipe Recipe = Workbench.Training.Recipe.For(Fidelity.ReleasedCode) with
    {
        Name = "toy",
        BatchSize = 8,
        LocalChunks = 2,
        LocalWeight = 1,
        Steps = 30,
        WarmupSteps = 3,
        LearningRate = 3e-3,
        CandidateFrames = 8,
        Selection = FrameSelection.ReleasedCode with { Frames = 4 },
    };

    internal static (TrainingResult Result, byte[] Weights) Train(ToyNarration toy, Recipe recipe, TrainerOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        using var model = recipe.NewModel(ToyNarration.Size);
        using var texts = new TextBank(toy);
        TrainingResult result = new Trainer(recipe, model, new NarratedClips(toy.Store, toy.Captions, recipe), texts, options).Run(progress, cancellation);
        using var scope = NewDisposeScope();
        byte[] weights = [.. model.parameters().SelectMany(p => p.cpu().data<float>().ToArray()).SelectMany(BitConverter.GetBytes)];
        return (result, weights);
    }

    [Fact]
    public void Training_learns_the_toy_world()
    {
        using var toy = new ToyNarration();
        TrainingResult result = Train(toy, Recipe with { Steps = 150 }).Result;
        Assert.True(result.Losses.TakeLast(10).Average() < 0.75 * result.Losses.Take(5).Average(),
            $"first {result.Losses.Take(5).Average():0.00}, last {result.Losses.TakeLast(10).Average():0.00}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_does_not()
    {
        using var toy = new ToyNarration();
        Assert.Equal(Train(toy, Recipe).Weights, Train(toy, Recipe).Weights);
        Assert.NotEqual(Train(toy, Recipe).Weights, Train(toy, Recipe with { Seed = 2 }).Weights);
    }

    [Fact]
    public void Gradients_turned_off_before_do_not_matter_and_stay_off()
    {
        using var toy = new ToyNarration();
        byte[] expected = Train(toy, Recipe).Weights;
        using IDisposable off = no_grad();
        Assert.Equal(expected, Train(toy, Recipe).Weights);
        Assert.False(is_grad_enabled());
    }

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_weights_and_losses()
    {
        using var toy = new ToyNarration();
        using var folder = new TemporaryFolder();
        string path = folder.File("checkpoint.safetensors");
        (TrainingResult whole, byte[] expected) = Train(toy, Recipe);
        using var stop = new CancellationTokenSource();
        var after11 = new Watcher(report => { if (report.Done == 11) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => Train(toy, Recipe, new TrainerOptions { CheckpointPath = path }, after11, stop.Token));
        (TrainingResult rest, byte[] weights) = Train(toy, Recipe, new TrainerOptions { CheckpointPath = path });
        Assert.Equal(11, rest.Resumed);
        Assert.Equal(whole.Losses, rest.Losses);
        Assert.Equal(expected, weights);
    }

    [Fact]
    public void A_checkpoint_of_another_recipe_is_refused_and_kept()
    {
        using var toy = new ToyNarration();
        using var folder = new TemporaryFolder();
        string path = folder.File("checkpoint.safetensors");
        Train(toy, Recipe with { Steps = 2 }, new TrainerOptions { CheckpointPath = path });
        byte[] before = File.ReadAllBytes(path);
        var error = Assert.Throws<DataFormatException>(() => Train(toy, Recipe with { Steps = 3 }, new TrainerOptions { CheckpointPath = path }));
        Assert.Contains("another recipe", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Selection_gives_no_gradient_and_every_branch_gets_its_own()
    {
        using var scope = NewDisposeScope();
        using var toy = new ToyNarration();
        using var texts = new TextBank(toy);
        foreach ((bool global, bool local) in new[] { (true, false), (false, true), (true, true) })
        {
            Recipe recipe = Workbench.Training.Recipe.For(Fidelity.Paper) with { BatchSize = 8, CandidateFrames = 8, Selection = FrameSelection.Paper with { Frames = 4 }, GlobalLoss = global, LocalLoss = local };
            using var model = recipe.NewModel(ToyNarration.Size);
            TrainingBatch batch = NarratedClips.ToBatch(new NarratedClips(toy.Store, toy.Captions, recipe).Read(0), texts, CPU);
            new TrainingObjective(recipe, model).Loss(batch).Total.backward();
            foreach ((string name, var parameter) in model.named_parameters())
                Assert.Equal(name.Contains("_g.", StringComparison.Ordinal) ? global : local, parameter.grad is not null && parameter.grad.abs().max().item<float>() > 0);
        }
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_refused()
    {
        using var toy = new ToyNarration(videos: 4);
        Assert.Contains("share 4", Assert.Throws<ArgumentException>(() => new NarratedClips(toy.Store, toy.Captions, Recipe)).Message, StringComparison.Ordinal);
    }

    internal sealed class Watcher(Action<ProgressReport> action) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value) => action(value);
    }
}
