using TorchSharp;
using Workbench.Data;
using Workbench.Models.Moments;
using Workbench.Torch;
using Workbench.Training;
using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Training.Moments;

// Alone: the weights are drawn from the process's generator, which other tests seed too.
[Collection(TensorCounters.Name)]
public class MomentTrainerTests
{
    private static (TrainingResult Result, byte[] Weights) Train(
        ToyMoments toy, MomentRecipe recipe, TrainerOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        using MomentModel model = recipe.NewModel(ToyMoments.Things, toy.Words, toy.Vocabulary);
        using SupportSetBranch? branch = recipe.NewBranch(model, toy.Vocabulary);
        TrainingResult result = new MomentTrainer(recipe, model, branch, toy.Clips(recipe), options).Run(progress, cancellation);
        using var scope = NewDisposeScope();
        return (result, [.. model.parameters().SelectMany(p => p.data<float>().ToArray()).SelectMany(BitConverter.GetBytes)]);
    }

    [Theory]
    [InlineData(MomentBase.TwoDTan)]
    [InlineData(MomentBase.Lgi)]
    public void An_interrupted_run_goes_on_to_the_same_weights_and_losses(MomentBase kind)
    {
        using var toy = new ToyMoments();
        using var folder = new TemporaryFolder();
        string path = folder.File("checkpoint.safetensors");
        MomentRecipe recipe = ToyMoments.Recipe(kind);
        (TrainingResult whole, byte[] expected) = Train(toy, recipe);
        using var stop = new CancellationTokenSource();
        var after5 = new TrainerTests.Watcher(report => { if (report.Done == 5) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => Train(toy, recipe, new TrainerOptions { CheckpointPath = path }, after5, stop.Token));
        (TrainingResult rest, byte[] weights) = Train(toy, recipe, new TrainerOptions { CheckpointPath = path });
        Assert.Equal(5, rest.Resumed);
        Assert.Equal(whole.Losses, rest.Losses);
        Assert.Equal(expected, weights);
        Assert.NotEqual(expected, Train(toy, recipe with { Seed = 2 }).Weights);
    }

    [Fact]
    public void Training_learns_where_the_named_thing_is()
    {
        using var toy = new ToyMoments();
        MomentRecipe recipe = ToyMoments.Recipe(MomentBase.TwoDTan) with { Steps = 120, LearningRate = 5e-3, Plateau = PlateauRule.Never };
        using MomentModel model = recipe.NewModel(ToyMoments.Things, toy.Words, toy.Vocabulary);
        using SupportSetBranch branch = recipe.NewBranch(model, toy.Vocabulary)!;
        double before = Score();
        new MomentTrainer(recipe, model, branch, toy.Clips(recipe)).Run();
        double after = Score();
        Assert.True(after > 0.6 && after > before + 0.2, $"Rank1@0.5 went from {before:0.00} to {after:0.00}.");

        double Score() => Workbench.Experiments.Moments.MomentTask.Run(model, branch, toy.Clips(recipe), 0.5).Strict.At(1, 0.5);
    }

    [Theory]
    [InlineData(MomentBase.TwoDTan)]
    [InlineData(MomentBase.Lgi)]
    public void Training_and_scoring_leave_no_tensor_behind(MomentBase kind)
    {
        using var toy = new ToyMoments(8);
        MomentRecipe recipe = ToyMoments.Recipe(kind) with { Steps = 2 };
        Run();
        long before = TorchRuntime.LiveTensors;
        Run();
        Assert.Equal(before, TorchRuntime.LiveTensors);

        void Run()
        {
            using MomentModel model = recipe.NewModel(ToyMoments.Things, toy.Words, toy.Vocabulary);
            using SupportSetBranch branch = recipe.NewBranch(model, toy.Vocabulary)!;
            new MomentTrainer(recipe, model, branch, toy.Clips(recipe)).Run();
            Workbench.Experiments.Moments.MomentTask.Run(model, branch, toy.Clips(recipe), 0.5);
        }
    }

    [Fact]
    public void What_is_shown_holds_the_moment_and_is_the_same_in_every_evaluation()
    {
        using var toy = new ToyMoments();
        MomentRecipe recipe = ToyMoments.Recipe(MomentBase.TwoDTan) with { WindowSeconds = 12 };
        MomentSample[] samples = toy.Clips(recipe).Test();
        Assert.Equal(samples, toy.Clips(recipe with { Seed = 9 }).Test());
        Assert.All(samples, s => Assert.Equal((12.0, 8.0), (s.Duration, s.Segment.Length)));
        Assert.True(samples.Select(s => s.Segment.Start).Distinct().Count() > 3);
        Assert.NotEqual(toy.Clips(recipe).SamplesOf(0), toy.Clips(recipe).SamplesOf(toy.Clips(recipe).StepsPerEpoch));
        Assert.Equal(toy.Clips(recipe).SamplesOf(3), toy.Clips(recipe).SamplesOf(3));
    }

    [Fact]
    public void A_recipe_is_the_same_after_writing_and_reading_and_a_wrong_one_is_refused()
    {
        MomentRecipe recipe = ToyMoments.Recipe(MomentBase.Lgi).Printed();
        Assert.Equal(recipe.ToJson(), MomentRecipe.FromJson(recipe.ToJson()).ToJson());
        Assert.Equal((1.6e-2, 256), (recipe.LearningRate, recipe.BatchSize));
        Assert.Throws<ArgumentException>(() => MomentRecipe.FromJson("{"));
        Assert.Throws<ArgumentException>(() => (recipe with { BatchSize = 1 }).Check());
        using var toy = new ToyMoments(2);
        using MomentModel model = recipe.NewModel(ToyMoments.Things, toy.Words, toy.Vocabulary);
        Assert.Contains("256", Assert.Throws<ArgumentException>(() => new MomentTrainer(recipe, model, null, toy.Clips(recipe))).Message, StringComparison.Ordinal);
    }
}
