using Workbench.Data;
using Workbench.Inference;
using Workbench.Losses;
using Workbench.Models;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Training;

// Alone: the weights are drawn from the process's generator, which other tests seed too.
[Collection(TensorCounters.Name)]
public sealed class AudioTrainingTests : IDisposable
{
    private const string Encoder = "toy-ear";
    private const int Missing = 12, Tones = 6;
    private readonly TemporaryFolder _folder = new();
    private readonly ToyNarration _toy = new(videos: 12);
    private readonly FeatureStore _sound;

    /// <summary>Sound stops twelve seconds before the video; its features are the second and the video's number.</summary>
    public AudioTrainingTests()
    {
        using (FeatureStoreWriter writer = FeatureStoreWriter.Open(_folder.File("sound"), new FeatureStoreInfo(Encoder, DType: ElementType.F32)))
        {
            foreach ((int v, string video) in _toy.Captions.Keys.Order(StringComparer.Ordinal).Index())
            {
                var values = new float[(ToyNarration.Seconds - Missing) * Tones];
                for (int i = 0; i < values.Length; i++)
                    values[i] = (i % Tones) switch { 0 => i / Tones + 1, 1 => v + 1, _ => MathF.Sin(i + v) };
                writer.Append(video, ("audio", new FeatureArray(values, [ToyNarration.Seconds - Missing, Tones])));
            }

            writer.Complete();
        }

        _sound = FeatureStore.Open(_folder.File("sound"), Encoder);
    }

    private static Recipe With(Fidelity fidelity = Fidelity.Paper) => TrainerTests.Recipe with
    {
        Attention = CrossModalConfig.For(fidelity),
        Audio = new AudioRecipe { Encoder = Encoder, Model = AudioConfig.For(fidelity) with { Width = Tones } },
        Steps = 6,
    };

    public void Dispose()
    {
        _sound.Dispose();
        _toy.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_seconds_of_sound_are_those_of_the_frames_and_silence_follows_the_track()
    {
        Recipe recipe = With();
        var clips = new NarratedClips(_toy.Store, _toy.Captions, recipe, _sound);
        int silent = 0;
        for (int step = 0; step < 6; step++)
        {
            FeatureArray audio = clips.Read(step).Audio!;
            Assert.Equal([recipe.BatchSize, recipe.CandidateFrames, Tones], audio.Shape);
            foreach ((int i, ClipWindow window) in clips.WindowsOf(step).Index())
                for (int u = 0; u < recipe.CandidateFrames; u++)
                {
                    int second = window.First + u, at = (i * recipe.CandidateFrames + u) * Tones;
                    bool there = second < ToyNarration.Seconds - Missing;
                    Assert.Equal(there ? second + 1 : 0, audio.Values[at]);
                    Assert.Equal(there ? int.Parse(window.Clip.Video[3..], System.Globalization.CultureInfo.InvariantCulture) + 1 : 0, audio.Values[at + 1]);
                    silent += there ? 0 : 1;
                }
        }

        Assert.True(silent > 0, "No clip reached past the track: the case was not tried.");
    }

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void The_loss_is_that_of_all_three_pairs_and_every_weight_learns(Fidelity fidelity)
    {
        using var scope = NewDisposeScope();
        Recipe recipe = With(fidelity) with { LocalChunks = 1 };
        recipe = recipe with { Audio = recipe.Audio! with { VideoAudioWeight = 0.5, AudioTextWeight = 0.25 } };
        using GlobalLocalModel model = recipe.NewModel(ToyNarration.Size);
        using var texts = new TextBank(_toy);
        TrainingBatch batch = NarratedClips.ToBatch(new NarratedClips(_toy.Store, _toy.Captions, recipe, _sound).Read(0), texts, CPU);
        batch = batch with { Chosen_BT = arange(4, ScalarType.Int64).unsqueeze(0).expand(recipe.BatchSize, -1) };
        (Tensor total, Tensor? global, Tensor? local) = new TrainingObjective(recipe, model).Loss(batch);

        Tensor Loss(Tensor score) => Contrastive.Loss(score, recipe.Loss);
        Tensor clip = batch.Frames_BUD.mean([1L]), audio = model.ProjectAudio(batch.Audio_BAD!.mean([1L]));
        Tensor expectedGlobal = Loss(model.GlobalScores(clip, batch.Sentence_BD)) + Loss(model.ProjectFrames(clip).matmul(audio.t())) + Loss(audio.matmul(model.ProjectSentences(batch.Sentence_BD).t()));
        Tensor regions = batch.Regions_BUND.narrow(1, 0, 4).reshape(recipe.BatchSize, -1, ToyNarration.Size), words = batch.Words_BKD.narrow(1, 0, 2), mask = batch.Mask_BK.narrow(1, 0, 2);
        (Tensor videoAudio, Tensor audioText) = model.LocalAudioScores(regions, words, mask, batch.Audio_BAD!);
        Tensor expectedLocal = Loss(model.LocalScores(regions, words, mask)) + Loss(videoAudio) * 0.5 + Loss(audioText) * 0.25;
        Fixture.Close(expectedGlobal, global!, 1e-5);
        Fixture.Close(expectedLocal, local!, 1e-4);

        total.backward();
        Assert.All(model.named_parameters().Where(p => p.name.EndsWith("weight", StringComparison.Ordinal)), p => Assert.True(p.parameter.grad!.abs().sum().item<float>() > 0, p.name));
    }

    [Fact]
    public void Training_with_sound_goes_on_where_it_was_stopped_and_is_loaded_again()
    {
        Recipe recipe = With();
        string path = _folder.File("checkpoint.safetensors");
        float[] Train(string? checkpoint, int stopAt = int.MaxValue)
        {
            using GlobalLocalModel model = recipe.NewModel(_toy);
            using var stop = new CancellationTokenSource();
            var options = new TrainerOptions { CheckpointPath = checkpoint, Backbone = _toy.Name };
            var watcher = new TrainerTests.Watcher(report => { if (report.Done == stopAt) stop.Cancel(); });
            return [.. Trainer.Train(recipe, model, _toy, new NarratedClips(_toy.Store, _toy.Captions, recipe, _sound), new Dictionary<string, string>(), options, watcher, stop.Token).Losses];
        }

        float[] whole = Train(null);
        Assert.Throws<OperationCanceledException>(() => Train(path, stopAt: 3));
        Assert.Equal(whole, Train(path));
        using TrainedModel trained = TrainedModel.Load(path, _toy);
        Assert.Equal(Encoder, trained.Recipe.Audio!.Encoder);
        Assert.NotNull(trained.Model.audio_proj_mat);
    }

    [Fact]
    public void A_second_is_the_sum_of_what_is_seen_and_heard_where_sound_is_asked()
    {
        using var scope = NewDisposeScope();
        Recipe recipe = With();
        using GlobalLocalModel model = recipe.NewModel(_toy);
        string[] sentences = ["see thing1", "see thing4"];
        var silent = new Grounder(model, _toy);
        var hearing = new Grounder(model, _toy, new GroundingOptions { Audio = true }) { Audio = _sound };
        using VideoFeatures seen = silent.Read(_toy.Store, "toy00"), both = hearing.Read(_toy.Store, "toy00");
        Assert.Null(seen.Audio_FD);
        Assert.Equal([ToyNarration.Seconds, Tones], both.Audio_FD!.shape);
        Tensor Unit(Tensor t) => nn.functional.normalize(t, dim: -1);
        Tensor sum = Unit(model.ProjectFrames(both.Frames_FD) + model.ProjectAudio(both.Audio_FD));
        Tensor expected = sum.matmul(Unit(model.ProjectSentences(_toy.EncodeText(sentences).Global_BD)).t());
        double[,] scores = hearing.Scores(both, sentences);
        for (int second = 0; second < ToyNarration.Seconds; second++)
            for (int s = 0; s < 2; s++)
                Assert.Equal(expected[second, s].item<float>(), scores[second, s], 1e-5);
        Assert.NotEqual(scores, silent.Scores(seen, sentences));
        Assert.Equal(silent.HeatMaps(seen, sentences[0], 0, 4)[0].Values, hearing.HeatMaps(both, sentences[0], 0, 4)[0].Values);
        Assert.Contains("have none", Assert.Throws<ArgumentException>(() => hearing.Scores(seen, sentences)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Optimiser.Adam)]
    [InlineData(Optimiser.AdamW)]
    public void Sound_can_learn_faster_than_the_rest(Optimiser optimiser)
    {
        using var scope = NewDisposeScope();
        float Moved(double factor, string name)
        {
            Recipe recipe = With() with { Optimiser = optimiser, WarmupSteps = 0, Steps = 1, LearningRate = 1e-4 };
            recipe = recipe with { Audio = recipe.Audio! with { LearningRateFactor = factor } };
            using GlobalLocalModel model = recipe.NewModel(_toy), before = recipe.NewModel(_toy);
            Trainer.Train(recipe, model, _toy, new NarratedClips(_toy.Store, _toy.Captions, recipe, _sound), new Dictionary<string, string>());
            return (model.get_parameter(name)! - before.get_parameter(name)!).abs().max().item<float>();
        }

        Assert.Equal(1e-4, Moved(1, "audio_proj_mat.0.bias"), 1e-6); // Adam's first step is the learning rate.
        Assert.Equal(3e-3, Moved(30, "audio_proj_mat.0.bias"), 3e-5);
        Assert.Equal(1e-4, Moved(30, "vis_proj_mat.0.bias"), 1e-6);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Recipe recipe = With();
        Assert.Contains("no features of sound", Assert.Throws<ArgumentException>(() => new NarratedClips(_toy.Store, _toy.Captions, recipe)).Message, StringComparison.Ordinal);
        Recipe other = recipe with { Audio = recipe.Audio! with { Encoder = "another" } };
        Assert.Contains($"those of '{Encoder}'", Assert.Throws<ArgumentException>(() => new NarratedClips(_toy.Store, _toy.Captions, other, _sound)).Message, StringComparison.Ordinal);
        Recipe wide = recipe with { Audio = recipe.Audio! with { Model = recipe.Audio.Model with { Width = Tones + 1 } } };
        Assert.Contains($"of width {Tones + 1}", Assert.Throws<ArgumentException>(() => new NarratedClips(_toy.Store, _toy.Captions, wide, _sound).Read(0)).Message, StringComparison.Ordinal);
        Assert.Contains("together", Assert.Throws<ArgumentException>(() => (recipe with { BackboneLearningRate = 1e-7 }).Check()).Message, StringComparison.Ordinal);
        using GlobalLocalModel deaf = TrainerTests.Recipe.NewModel(_toy);
        Assert.Contains("without sound", Assert.Throws<ArgumentException>(() => new Grounder(deaf, _toy, new GroundingOptions { Audio = true })).Message, StringComparison.Ordinal);
    }
}
