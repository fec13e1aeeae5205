using TorchSharp;
using TorchSharp.Modules;
using Workbench.Backbones;
using Workbench.Backbones.Pretraining;
using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

[Collection(TensorCounters.Name)]
public sealed class DavenetPretrainerTests
{
    /// <summary>Tones instead of speech, so that no test needs flite.</summary>
    private static readonly KitchenOptions s_videos = new() { TrainSeconds = (14, 18), Speech = false, Background = 0.3 };

    private static readonly DavenetRecipe s_recipe = new()
    {
        Model = new DavenetConfig { Blocks = 1 }.Scaled(1 / 16.0),
        WordEmbedding = 8,
        WordWidth = 16,
        JointWidth = 16,
        Steps = 4,
        Batch = 8,
        WarmUp = 2,
        Tracks = 6,
        Frames = 320,
        WordFrequency = 1,
        Videos = s_videos,
        CheckpointEvery = 2,
    };

    [Fact]
    public void The_windows_of_a_step_depend_on_the_step_alone_and_lie_within_their_tracks()
    {
        var pool = new SoundPool(s_recipe);
        SoundBatch first = pool.At(0), second = pool.At(1), again = new SoundPool(s_recipe).At(1);
        Assert.Equal(second.Texts_BC, again.Texts_BC);
        Assert.Equal(second.LogMel_BMF, again.LogMel_BMF);
        Assert.NotEqual(first.LogMel_BMF, second.LogMel_BMF);
        Assert.Equal(8 * 40 * 320, second.LogMel_BMF.Length);
        Assert.All(second.Texts_BC, texts => Assert.All(texts, t => Assert.NotEmpty(t)));
        Assert.All(second.LogMel_BMF, v => Assert.InRange(v, -80, 0));
    }

    [Fact]
    public void A_window_s_texts_are_the_sentence_and_the_action_most_heard_in_it()
    {
        var track = new SoundTrack(
            [], 0, [new HeardSentence(0, 3, "hello"), new HeardSentence(4, 8, "fry the egg")], [null, "cut tomato", "cut tomato", null, "fry egg", "fry egg", "fry egg", null]);
        Assert.Equal(["fry the egg", "fry egg"], SoundPool.Texts(track, 2, 7));
        Assert.Equal(["hello", "cut tomato"], SoundPool.Texts(track, 0, 3));
        Assert.Equal(["fry the egg", "fry the egg"], SoundPool.Texts(track, 7, 9));
        Assert.Equal(["fry egg", "fry egg"], SoundPool.Texts(track with { Sentences = [] }, 3, 7));
    }

    [Fact]
    public void The_same_text_beside_another_window_is_no_negative_of_it()
    {
        bool[] same = DavenetPretrainer.SameTexts([["a", "cut"], ["b", "cut"], ["b", "b"]]);
        var expected = new bool[3 * 3 * 2];
        // (own window, other window, its text).
        foreach ((int i, int j, int c) in new[] { (0, 1, 1), (1, 0, 1), (1, 2, 0), (1, 2, 1), (2, 1, 0) })
            expected[(i * 3 + j) * 2 + c] = true;
        Assert.Equal(expected, same);
    }

    [Fact]
    public void Interrupted_training_ends_with_the_weights_of_training_in_one_go_and_moves_every_parameter_in_use()
    {
        using var folder = new TemporaryFolder();
        using var whole = new DavenetPretrainer(s_recipe);
        Dictionary<string, float[]> before = whole.Model.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<float>().ToArray());
        whole.Run();

        using var stop = new CancellationTokenSource();
        using (var first = new DavenetPretrainer(s_recipe))
            Assert.ThrowsAny<OperationCanceledException>(() => first.Run(folder.Path, new StopAt(3, stop), stop.Token));
        using var second = new DavenetPretrainer(s_recipe);
        second.Run(folder.Path);
        Assert.Equal((4, 4), (whole.Step, second.Step));
        Dictionary<string, Tensor> again = NamedWeights.Of(second.Model);
        foreach ((string name, Tensor value) in NamedWeights.Of(whole.Model))
            Assert.True(value.data<float>().ToArray().SequenceEqual(again[name].data<float>().ToArray()), name);
        foreach ((string name, Parameter value) in whole.Model.named_parameters())
            Assert.Equal(name.Contains("batchnorm1", StringComparison.Ordinal), before[name].SequenceEqual(value.data<float>().ToArray()));
        // Of another recipe the checkpoint is refused.
        using var other = new DavenetPretrainer(s_recipe with { Seed = 2 });
        Assert.Contains("other options", Assert.Throws<DataFormatException>(() => other.Run(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_falls_well_below_chance()
    {
        using var pretrainer = new DavenetPretrainer(s_recipe with { Steps = 150, Batch = 16, LearningRate = 5e-3, WarmUp = 10 });
        double loss = pretrainer.Run();
        Assert.InRange(loss, 0, 0.8 * Math.Log(2 * 16));
    }

    [Fact]
    public void A_job_leaves_weights_that_encode_sound_and_a_card_beside_them()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("out/tiny.safetensors");
        PretrainCard<DavenetRecipe, DavenetScores> card = DavenetJob.Run(s_recipe with { Steps = 2 }, path, null, 4, "abc", null, s_videos);
        using DavenetEncoder encoder = DavenetEncoder.Load(path);
        Assert.Equal((card.Backbone, 64), (encoder.Name, encoder.Width));
        Assert.StartsWith("davenet-tiny-", encoder.Name, StringComparison.Ordinal);
        Assert.True(BackboneFile.IsDavenet(path));
        FeatureArray features = encoder.Encode(new KitchenSoundSampler(5, s_videos).Track(0).Samples);
        Assert.True(Enumerable.Range(0, 64).Count(d => Enumerable.Range(0, (int)features.Shape[0]).Select(f => features.Values[f * 64 + d]).Distinct().Count() > 5) > 20);
        (DavenetTextModel model, WordVocabulary vocabulary) = DavenetTextWeights.Load(path);
        using (model)
            Assert.Contains("tomato", vocabulary.Words);
        Assert.Equal(card.Words, vocabulary.Words.Count);
        string text = File.ReadAllText(folder.File("out/tiny.json"));
        Assert.Contains("\"commit\": \"abc\"", text, StringComparison.Ordinal);
        Assert.Contains("\"actionSounds\": true", text, StringComparison.Ordinal);
        Assert.Equal((4, 1 / 34.0), (card.Scores.Tracks, card.Scores.ChanceAction));
        Assert.InRange(card.Scores.ChanceSounding, 0.5, 0.999);
        Assert.InRange(card.Scores.ProbeSounding, 0.3, 1);
        Assert.Equal(0, card.Scores.Windows % card.Scores.Candidates);
    }

    [Fact]
    public void The_committed_weights_hear_what_is_done()
    {
        string path = Path.Combine(PublicData.RepositoryRoot, "data", "weights", "davenet-tiny.safetensors");
        Assert.True(new FileInfo(path).Length < 3 << 20);
        // Without speech, for which the machine may lack the voice: the sounds alone. Chance is 3 % and 8 %.
        DavenetScores scores = DavenetEvaluation.Run(path, 8, videos: new KitchenOptions { Speech = false });
        Assert.True(scores.ZeroShotAction > 0.12 && scores.ProbeVerb > 0.5, scores.ToString());
    }

    [Fact]
    public void Weights_without_text_tower_or_words_are_refused_by_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors"), message = Assert.Throws<DataFormatException>(() => DavenetTextWeights.Load(Fixtures.Find("davenet/weights.safetensors"))).Message;
        Assert.Contains("'DAVEnet.", message, StringComparison.Ordinal);
        using var model = new DavenetTextModel(s_recipe.Model, 3, 8, 16, 16);
        DavenetTextWeights.Save(path, model, new Dictionary<string, string>());
        Assert.Contains("davenet.words", Assert.Throws<DataFormatException>(() => DavenetTextWeights.Load(path)).Message, StringComparison.Ordinal);
        DavenetTextWeights.Save(path, model, new Dictionary<string, string> { [DavenetTextWeights.WordsKey] = "one\ntwo\nthree" });
        Assert.Contains("3 words", Assert.Throws<DataFormatException>(() => DavenetTextWeights.Load(path)).Message, StringComparison.Ordinal);
        DavenetTextWeights.Save(path, model, new Dictionary<string, string> { [DavenetTextWeights.WordsKey] = "one\ntwo" });
        (DavenetTextModel read, WordVocabulary words) = DavenetTextWeights.Load(path);
        read.Dispose();
        Assert.Equal(["one", "two"], words.Words);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..5_000]);
        Assert.Contains(path, Assert.Throws<DataFormatException>(() => DavenetTextWeights.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipes_that_cannot_be_are_refused_before_anything_is_spoken()
    {
        foreach ((DavenetRecipe recipe, string word) in new[]
        {
            (s_recipe with { Batch = 0 }, "Positive"), (s_recipe with { Frames = 200 }, "3 s"), (s_recipe with { Frames = 1_500 }, "longer than the shortest track"),
            (s_recipe with { SpokenShare = 2 }, "SpokenShare"), (s_recipe with { LogMel = new LogMelOptions { Bands = 20 } }, "20"),
        })
            Assert.Contains(word, Assert.Throws<ArgumentException>(() => new DavenetPretrainer(recipe)).Message, StringComparison.Ordinal);
    }

    private sealed class StopAt(int step, CancellationTokenSource stop) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
            if (value.Task == "Training DAVEnet" && value.Done == step)
                stop.Cancel();
        }
    }
}
