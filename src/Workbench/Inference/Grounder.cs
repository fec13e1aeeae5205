using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Models;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: F seconds, P actions of the pool, W windows, N regions a frame, R regions of a window, K words, D width.

/// <summary>Asks a trained model when and where (What-When-Where section 3.5): pool scores a second, heat maps for a sentence.</summary>
public sealed class Grounder
{
    private readonly GlobalLocalModel model;
    private readonly IBackbone backbone;

    public Grounder(GlobalLocalModel model, IBackbone backbone, GroundingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(backbone);
        (this.model, this.backbone, Options) = (model, backbone, options ?? new GroundingOptions());
        if (Options.Rollout == RolloutForm.Identity && model.Config.Attention.Layers != AttentionLayers.CrossSelfCross)
            throw new ArgumentException($"Rollout with identity is defined for {AttentionLayers.CrossSelfCross}; this model has {model.Config.Attention.Layers}.", nameof(options));
        if (Options.Audio && (model.Config.Audio.Width == 0 || Options.Temporal != TemporalSource.Global))
            throw new ArgumentException($"Sound is asked for; that takes a model with sound and {TemporalSource.Global} as the source of time. This one was {(model.Config.Audio.Width == 0 ? "made without sound" : $"asked by {Options.Temporal}")}.", nameof(options));
        model.eval();
    }

    public GroundingOptions Options { get; }

    /// <summary>Sound of the videos that <see cref="Read"/> reads; needed where <see cref="GroundingOptions.Audio"/> is on.</summary>
    public FeatureStore? Audio { get; init; }

    /// <summary>Reads what this asks a video for. The caller disposes the result.</summary>
    /// <exception cref="KeyNotFoundException">A store has no such video.</exception>
    public VideoFeatures Read(FeatureStore store, string video) => VideoFeatures.Read(store, video, audio: Options.Audio ? Audio : null);

    /// <summary>
    /// Asks the backbone alone: identity projections, time by [CLS] and sentence, place by the regions' cosine with the sentence. What a model is to beat.
    /// </summary>
    public static Grounder OfBackbone(IBackbone backbone, GroundingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        return new Grounder(
            new Recipe { Start = ModelStart.Backbone }.NewModel(backbone), backbone,
            (options ?? new GroundingOptions()) with { Temporal = TemporalSource.Global, Spatial = SpatialSource.GlobalRegions });
    }

    /// <summary>Cosine of every second with every sentence, [F, P] in [−1, 1].</summary>
    public double[,] Scores(VideoFeatures video, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(sentences);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        TextFeatures text = backbone.EncodeText(sentences);
        (Tensor frame_FD, Tensor sentence_PD) = Options.Temporal == TemporalSource.Global
            ? (model.ProjectFrames(video.Frames_FD), model.ProjectSentences(text.Global_BD))
            : (model.ProjectRegions(video.Regions_FND).mean(new long[] { 1 }), MeanWord(text));
        if (Options.Audio)
        {
            Tensor audio_FD = video.Audio_FD ?? throw new ArgumentException("Sound is asked for; the video's features have none.", nameof(video));
            frame_FD = frame_FD + model.ProjectAudio(audio_FD);
        }

        Tensor score_FP = matmul(nn.functional.normalize(frame_FD, dim: -1), nn.functional.normalize(sentence_PD, dim: -1).t());
        float[] values = score_FP.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        var result = new double[video.Seconds, sentences.Count];
        for (int i = 0; i < values.Length; i++)
            result[i / sentences.Count, i % sentences.Count] = values[i];
        return result;
    }

    /// <summary>
    /// Heat maps of the seconds <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1 for one sentence,
    /// computed in windows of <see cref="GroundingOptions.WindowFrames"/> that start at <paramref name="first"/>.
    /// </summary>
    /// <returns>One map a second; with <see cref="PartialWindow.BlackFrames"/> the black frames' maps follow.</returns>
    public IReadOnlyList<HeatMap> HeatMaps(VideoFeatures video, string sentence, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(video);
        if (first < 0 || count < 1 || first + count > video.Seconds)
            throw new ArgumentOutOfRangeException(nameof(first), $"Seconds {first} to {first + count - 1} were asked for; the video has {video.Seconds}.");
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        TextFeatures text = backbone.EncodeText([sentence]);
        Tensor regions_FND = Pad(video.Regions_FND.narrow(0, first, count));
        long frames = regions_FND.size(0), window = Math.Min(Options.WindowFrames, frames), full = frames / window;
        List<HeatMap> maps = [];
        maps.AddRange(Windows(regions_FND.narrow(0, 0, full * window), full, text));
        if (full * window < frames)
            maps.AddRange(Windows(regions_FND.narrow(0, full * window, frames - full * window), 1, text));
        return maps;
    }

    /// <summary>
    /// A whole video: the best sentence of every second, background below the threshold, and the heat of that sentence, in windows that cut
    /// the video from its first second on.
    /// </summary>
    public GroundedVideo Ground(VideoFeatures video, IReadOnlyList<string> sentences)
    {
        double[,] score_FP = Scores(video, sentences);
        int[] labels = TemporalDetection.Labels(score_FP, Options.BackgroundThreshold);
        var heat = new HeatMap?[labels.Length];
        foreach (int label in labels.Where(l => l != TemporalDetection.Background).Distinct())
            for (int first = 0; first < labels.Length; first += Options.WindowFrames)
            {
                int count = Math.Min(Options.WindowFrames, labels.Length - first);
                if (!labels.AsSpan(first, count).Contains(label))
                    continue;
                IReadOnlyList<HeatMap> maps = HeatMaps(video, sentences[label], first, count);
                for (int i = 0; i < count; i++)
                    if (labels[first + i] == label)
                        heat[first + i] = maps[i];
            }

        return new GroundedVideo(sentences, score_FP, labels, heat);
    }

    private IEnumerable<HeatMap> Windows(Tensor regions_FND, long windows, TextFeatures text)
    {
        long perWindow = regions_FND.size(0) / windows, cells = regions_FND.size(1);
        int grid = (int)Math.Round(Math.Sqrt(cells));
        if ((long)grid * grid != cells)
            throw new ArgumentException($"Heat maps need a square grid of regions; a frame has {cells} regions.");
        float[] heat = new float[windows * perWindow * cells];
        // A few windows at a time: the region self-attention takes (windows, R, R).
        const int part = 8;
        for (long w = 0; w < windows; w += part)
        {
            using var scope = NewDisposeScope();
            long n = Math.Min(part, windows - w);
            Tensor regions_WRD = regions_FND.narrow(0, w * perWindow, n * perWindow).reshape(n, perWindow * cells, -1);
            Tensor heat_WR = Options.Spatial == SpatialSource.Rollout ? RolloutHeat(regions_WRD, text) : RegionHeat(regions_WRD, text);
            heat_WR.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray().CopyTo(heat, (int)(w * perWindow * cells));
        }
        return heat.Chunk((int)cells).Select(values => new HeatMap(grid, grid, values));
    }

    private Tensor RolloutHeat(Tensor regions_WRD, TextFeatures text)
    {
        long windows = regions_WRD.size(0);
        RolloutFactors factors = model.Attend(regions_WRD, text.Words_BKD.expand(windows, -1, -1).contiguous(), text.Mask_BK.expand(windows, -1).contiguous(),
            withRegionAttention: Options.Rollout == RolloutForm.Identity);
        return Rollout.Heat(factors, Options.Rollout, Options.Average);
    }

    /// <summary>The temperature 0.07 is CLIP's; it moves no arg-max, only the mask.</summary>
    private Tensor RegionHeat(Tensor regions_WRD, TextFeatures text)
    {
        Tensor region_WRD = nn.functional.normalize(model.ProjectFrames(backbone.JoinRegions(regions_WRD)), dim: -1);
        Tensor sentence_D1 = nn.functional.normalize(model.ProjectSentences(text.Global_BD), dim: -1).t();
        return (matmul(region_WRD, sentence_D1).squeeze(-1) / 0.07).softmax(-1);
    }

    private Tensor MeanWord(TextFeatures text)
    {
        Tensor weight_PK1 = text.Mask_BK.to(text.Words_BKD.dtype).unsqueeze(-1);
        return (model.ProjectWords(text.Words_BKD) * weight_PK1).sum(1) / weight_PK1.sum(1);
    }

    private Tensor Pad(Tensor regions_FND)
    {
        long frames = regions_FND.size(0), missing = (Options.WindowFrames - frames % Options.WindowFrames) % Options.WindowFrames;
        if (Options.PartialWindow == PartialWindow.Shrink || missing == 0)
            return regions_FND;
        return cat([regions_FND, Black(regions_FND).expand(missing, -1, -1)], 0);
    }

    /// <summary>The regions of a black second, (1, N, D).</summary>
    private Tensor Black(Tensor like)
    {
        long side = backbone.InputSize;
        Tensor black = zeros(backbone.Window is { } window ? [1, 3, window.Frames, side, side] : [1, 3, side, side], device: like.device);
        return backbone.EncodeFrames(black).Local_BND.narrow(1, 0, like.size(1)).to(like.dtype);
    }
}
