using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>A backbone of clips, whose regions and words have widths of their own, through extraction, training and grounding.</summary>
[Collection(TensorCounters.Name)]
public sealed class S3dPipelineTests : IDisposable
{
    private static readonly string s_weights = Fixtures.Find("s3d/weights.safetensors");
    private readonly TemporaryFolder _folder = new();
    private readonly S3dBackbone _backbone = S3dBackbone.Load(s_weights);

    public void Dispose()
    {
        _backbone.Dispose();
        _folder.Dispose();
    }

    [FfmpegFact]
    public void A_video_gets_a_row_a_second_of_the_clip_about_it()
    {
        string video = TestVideos.Moving(_folder.File("a.mp4")), store = _folder.File("store");
        ExtractionResult result = FeatureExtractor.Run([("a", video)], store, _backbone, new ExtractionOptions { Batch = 40 });
        Assert.Equal((1, 60L), (result.Extracted, result.Frames));
        using FeatureStore read = FeatureStore.Open(store, _backbone.Name, 1);
        FeatureArray global = read.Read("a", "global"), local = read.Read("a", "local");
        Assert.Equal([12, 6], global.Shape);
        Assert.Equal([12, 4, _backbone.RegionWidth], local.Shape);

        using DisposeScope scope = NewDisposeScope();
        byte[][] frames = [.. FrameReader.Read(video, new FrameOptions { Fps = 5, Width = 64, Height = 64 }).Select(f => f.Rgb)];
        foreach (int second in new[] { 0, 5, 11 })
        {
            long start = _backbone.Window.Start(second, frames.Length);
            Tensor clip = tensor(frames.Skip((int)start).Take(16).SelectMany(f => f).ToArray(), [1, 16, 64, 64, 3]).permute(0, 4, 1, 2, 3).to(ScalarType.Float32) / 255;
            FrameFeatures expected = _backbone.EncodeFrames(clip);
            AssertHalf(expected.Global_BD, global.Values.AsSpan(second * 6, 6));
            AssertHalf(expected.Local_BND, local.Values.AsSpan(second * 4 * _backbone.RegionWidth, 4 * _backbone.RegionWidth));
        }
    }

    [FfmpegFact]
    public void Successive_clips_are_shared_by_their_seconds_and_each_second_may_take_its_time_step()
    {
        string video = TestVideos.Moving(_folder.File("a.mp4"));
        using S3dBackbone successive = S3dBackbone.Load(s_weights, new S3dBackboneOptions { Placement = WindowPlacement.Successive, MeanOverTime = false });
        FeatureExtractor.Run([("a", video)], _folder.File("store"), successive, new ExtractionOptions { Batch = 16 });
        using FeatureStore read = FeatureStore.Open(_folder.File("store"), successive.Name, 1);
        float[] global = read.Read("a", "global").Values, local = read.Read("a", "local").Values;
        int width = 4 * successive.RegionWidth;
        Assert.Equal(global[..6], global[12..18]);
        Assert.NotEqual(global[..6], global[18..24]);
        Assert.Equal(local[..width], local[width..(2 * width)]);
        Assert.NotEqual(local[..width], local[(2 * width)..(3 * width)]);
        Assert.Contains("-successive-steps", successive.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_rows_of_a_second_are_extracted() => Assert.Contains(
        "rows are at 1 a second",
        Assert.Throws<ArgumentException>(() => FeatureExtractor.Run([], _folder.File("store"), _backbone, new ExtractionOptions { Fps = 2 })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_model_that_starts_as_the_backbone_answers_as_it_does()
    {
        using DisposeScope scope = NewDisposeScope();
        using var noGrad = no_grad();
        using GlobalLocalModel model = new Recipe { Start = ModelStart.Backbone }.NewModel(_backbone);
        Assert.Equal((64L, 7L, 6L, 6L), (model.Config.RegionWidth, model.Config.WordWidth, model.Config.FrameWidth, model.Config.Width));
        Tensor regions = arange(0, 128, dtype: ScalarType.Float32).reshape(2, 64).sin(), words = arange(0, 21, dtype: ScalarType.Float32).reshape(3, 7).cos(), frames = arange(0, 12, dtype: ScalarType.Float32).reshape(2, 6);
        Assert.True((model.ProjectRegions(regions) - _backbone.JoinRegions(regions)).abs().max().ToDouble() < 1e-5);
        Assert.True((model.ProjectWords(words) - _backbone.JoinWords(words)).abs().max().ToDouble() < 1e-5);
        Assert.True((model.ProjectFrames(frames) - frames).abs().max().ToDouble() < 1e-6);
    }

    [Fact]
    public void Another_common_width_cannot_start_as_the_backbone() => Assert.Contains(
        "the model's is 5, the backbone's 6",
        Assert.Throws<InvalidOperationException>(() => new Recipe { Start = ModelStart.Backbone, Width = 5 }.NewModel(_backbone)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void Both_losses_train_on_its_widths_and_frames_are_chosen_in_the_joint_space(Fidelity fidelity)
    {
        using DisposeScope scope = NewDisposeScope();
        Recipe recipe = Recipe.For(fidelity) with { BatchSize = 8, CandidateFrames = 6, LocalChunks = fidelity == Fidelity.Paper ? 1 : 4 };
        recipe = recipe with { Selection = recipe.Selection with { Frames = 2 } };
        using GlobalLocalModel model = recipe.NewModel(_backbone);
        TextFeatures text = _backbone.EncodeText([.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "crack the egg" : "whisk mixture"),]);
        var batch = new TrainingBatch(randn(8, 6, 6), randn(8, 6, 4, 64), text.Global_BD, text.Words_BKD, text.Mask_BK) { Backbone = _backbone };
        var objective = new TrainingObjective(recipe, model);
        (Tensor total, Tensor? global, Tensor? local) = objective.Loss(batch);
        total.backward();
        Assert.True(total.isfinite().ToBoolean() && global is not null && local is not null);
        Assert.All(model.named_parameters(), p => Assert.True(p.parameter.grad is not null, p.name));

        // The frame whose feature is that of a word is chosen first, raw or projected.
        using (no_grad())
            model.StartFrom(_backbone.JoinRegions, _backbone.JoinWords);
        Tensor word_BD = _backbone.JoinWords(text.Words_BKD.select(1, 0)), frames = -word_BD.unsqueeze(1).expand(8, 6, 6).clone();
        frames.select(1, 4).copy_(word_BD);
        Recipe byWord = recipe with { Selection = recipe.Selection with { Video = SelectionVideo.Global, PaddingWords = false } };
        Tensor chosen = new TrainingObjective(byWord, model).Select(new TrainingBatch(frames, batch.Regions_BUND, text.Global_BD, text.Words_BKD.narrow(1, 0, 1), text.Mask_BK.narrow(1, 0, 1)) { Backbone = _backbone });
        Assert.All(chosen.select(1, 0).data<long>().ToArray(), c => Assert.Equal(4, c));
    }

    [Fact]
    public void Grounding_by_the_backbone_alone_joins_regions_and_pads_with_black_clips()
    {
        using DisposeScope scope = NewDisposeScope();
        Grounder plain = Grounder.OfBackbone(_backbone), padded = Grounder.OfBackbone(_backbone, new GroundingOptions { PartialWindow = PartialWindow.BlackFrames, WindowFrames = 4 });
        var video = new VideoFeatures(arange(0, 30, dtype: ScalarType.Float32).reshape(5, 6).sin(), arange(0, 5 * 4 * 64, dtype: ScalarType.Float32).reshape(5, 4, 64).sin());
        using TextFeatures text = _backbone.EncodeText(["crack the egg"]);
        Tensor cosine_FN = nn.functional.normalize(_backbone.JoinRegions(video.Regions_FND), dim: -1).matmul(nn.functional.normalize(text.Global_BD, dim: -1).t()).squeeze(-1);
        IReadOnlyList<HeatMap> heat = plain.HeatMaps(video, "crack the egg", 0, 5);
        Assert.Equal(cosine_FN.argmax(1).data<long>().ToArray(), heat.Select(h => (long)Array.IndexOf(h.Values.ToArray(), h.Values.ToArray().Max())));
        Assert.Equal(8, padded.HeatMaps(video, "crack the egg", 0, 5).Count);
    }

    private static void AssertHalf(Tensor expected, ReadOnlySpan<float> stored)
    {
        float[] values = expected.contiguous().data<float>().ToArray();
        Assert.Equal(values.Length, stored.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(values[i] - stored[i]) <= 1e-4 + 1e-3 * Math.Abs(values[i]), $"value {i}: {stored[i]} for {values[i]}");
    }
}
