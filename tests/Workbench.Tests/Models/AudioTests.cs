using System.Text.Json;
using TorchSharp;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Tests.Models;

// Alone: the weights are drawn from the process's generator, which other tests seed too.
[Collection(TensorCounters.Name)]
public class AudioTests
{
    private const int Width = 8;

    private static GlobalLocalModel Model(Fidelity fidelity, AudioConfig audio)
    {
        manual_seed(3);
        return new GlobalLocalModel(GlobalLocalConfig.ForWidth(Width, fidelity) with { Audio = audio });
    }

    private static AudioConfig Audio(Fidelity fidelity) => AudioConfig.For(fidelity) with { Width = Width };

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void Scores_and_gradients_agree_with_plain_PyTorch_over_single_pairs(Fidelity fidelity)
    {
        using var scope = NewDisposeScope();
        JsonElement branch = Fixture.Json("models/audio.json").GetProperty("branches").EnumerateArray().Single(b => b.GetProperty("name").GetString() == fidelity.ToString());
        using GlobalLocalModel model = Model(fidelity, Audio(fidelity));
        model.to(ScalarType.Float64);
        using (no_grad())
            foreach ((string name, var parameter) in model.named_parameters())
            {
                string[] parts = name.Split('.');
                int attention = Array.FindIndex(parts, p => p.EndsWith("_attn_mat", StringComparison.Ordinal));
                if (attention >= 0)
                    parameter.copy_(Fixture.Tensor(branch.GetProperty(string.Join('.', parts[attention..]).Replace("_attn_mat", "", StringComparison.Ordinal))));
                else
                    parameter.copy_(parameter.dim() == 2 ? eye(Width, dtype: ScalarType.Float64) : zeros([(long)Width], dtype: ScalarType.Float64)); // Projections hand on what comes in.
            }

        Tensor video = Fixture.Tensor(branch.GetProperty("video")).requires_grad_(), words = Fixture.Tensor(branch.GetProperty("words")).requires_grad_();
        Tensor audio = Fixture.Tensor(branch.GetProperty("audio")).requires_grad_(), weight = Fixture.Tensor(branch.GetProperty("weight"));
        (Tensor videoAudio, Tensor audioText) = model.LocalAudioScores(video, words, Fixture.Tensor(branch.GetProperty("mask")).to(ScalarType.Bool), audio);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("video_audio")), videoAudio);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("audio_text")), audioText);
        (videoAudio * weight + audioText * weight.t()).sum().backward();
        Fixture.Close(Fixture.Tensor(branch.GetProperty("grad_video")), video.grad!);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("grad_words")), words.grad!);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("grad_audio")), audio.grad!);
    }

    [Fact]
    public void A_model_with_sound_has_the_weights_of_one_without_and_more()
    {
        using GlobalLocalModel without = Model(Fidelity.Paper, new AudioConfig()), with = Model(Fidelity.Paper, Audio(Fidelity.Paper));
        Dictionary<string, float[]> more = with.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<float>().ToArray());
        foreach ((string name, var parameter) in without.named_parameters())
        {
            Assert.Equal(parameter.data<float>().ToArray(), more[name]);
            more.Remove(name);
        }

        Assert.Equal(["audio_attn_mat", "audio_proj_mat", "audio_proj_mat_g"], more.Keys.Select(n => n.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_switch_of_the_presets_changes_the_scores()
    {
        using var scope = NewDisposeScope();
        Tensor video = randn(3, 6, Width), words = randn(3, 4, Width), audio = randn(3, 5, Width), mask = ones(3, 4, dtype: ScalarType.Bool);
        float[] Scores(AudioConfig config)
        {
            using GlobalLocalModel model = Model(Fidelity.Paper, config);
            (Tensor videoAudio, Tensor audioText) = model.LocalAudioScores(video, words, mask, audio);
            return [.. videoAudio.data<float>(), .. audioText.data<float>()];
        }

        AudioConfig paper = Audio(Fidelity.Paper);
        Assert.Equal(Scores(paper), Scores(paper));
        Assert.NotEqual(Scores(paper), Scores(paper with { SharedSelfAttention = true }));
        Assert.NotEqual(Scores(paper), Scores(paper with { Form = AudioForm.WordsOfVideo }));
        using GlobalLocalModel shared = Model(Fidelity.Paper, paper with { SharedSelfAttention = true });
        Assert.Null(shared.audio_attn_mat);
    }

    [Fact]
    public void What_cannot_be_heard_is_refused()
    {
        using var scope = NewDisposeScope();
        using GlobalLocalModel deaf = Model(Fidelity.Paper, new AudioConfig()), model = Model(Fidelity.Paper, Audio(Fidelity.Paper));
        Assert.Contains("without sound", Assert.Throws<InvalidOperationException>(() => deaf.ProjectAudio(randn(2, Width))).Message, StringComparison.Ordinal);
        Assert.Contains("width 8", Assert.Throws<ArgumentException>(() => model.ProjectAudio(randn(2, Width + 1))).Message, StringComparison.Ordinal);
        GlobalLocalConfig config = GlobalLocalConfig.ForWidth(Width, Fidelity.Paper) with
        {
            Audio = Audio(Fidelity.ReleasedCode),
            Attention = new CrossModalConfig { Layers = AttentionLayers.CrossCross },
        };
        Assert.Contains("CrossSelfCross", Assert.Throws<ArgumentException>(() => new GlobalLocalModel(config)).Message, StringComparison.Ordinal);
    }
}
