using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;

namespace Workbench.Experiments.Tables;

/// <summary>The methods of What-When-Where's tables, each the base recipe with one thing changed.</summary>
/// <param name="recipe">The whole method: both losses, selection by transport.</param>
/// <param name="grounding">How a model is asked.</param>
/// <param name="backboneRate">The learning rate of CLIP itself in the rows "CLIP*".</param>
/// <param name="audio">Who encodes sound, for Table 11; null where nobody does.</param>
public sealed class MethodCatalogue(Recipe recipe, GroundingOptions grounding, double backboneRate = Recipe.PaperBackboneLearningRate, AudioRecipe? audio = null)
{
    /// <summary>The base recipe.</summary>
    public Recipe Recipe { get; } = recipe;

    /// <summary>The whole method.</summary>
    public MethodRun Ours(MethodBackbone backbone = MethodBackbone.Clip) => Vary("ours", r => r, backbone) with { Detailed = true };

    /// <summary>The backbone alone, nothing trained: the rows "CLIP" and, on S3D, "MIL-NCE".</summary>
    public MethodRun Alone(MethodBackbone backbone = MethodBackbone.Clip) => new() { Name = "backbone" + Suffix(backbone), Grounding = grounding, Backbone = backbone, Detailed = true };

    /// <summary>CoMMA: the local loss only, on frames as they come. It has no global branch, so that time is asked of the mean of its projected regions.</summary>
    public MethodRun Comma(MethodBackbone backbone = MethodBackbone.Clip) =>
        Vary("comma", r => r with { GlobalLoss = false, CandidateFrames = r.Selection.Frames, Selection = r.Selection with { Enabled = false } }, backbone) with { Detailed = true };

    /// <summary>What is to be had without seeing a video.</summary>
    public static MethodRun NoVideo { get; } = new() { Name = "no-video", SeesVideo = false };

    public MethodRun OnlyLocal(MethodBackbone backbone = MethodBackbone.Clip) => Vary("local-loss", r => r with { GlobalLoss = false }, backbone);

    public MethodRun OnlyGlobal(MethodBackbone backbone = MethodBackbone.Clip) => Vary("global-loss", r => r with { LocalLoss = false }, backbone);

    /// <summary>All frames of the caption and no other ones (U = T), Table 5's "None".</summary>
    public MethodRun NoSelection => Vary("select-none", r => r with { CandidateFrames = r.Selection.Frames, Selection = r.Selection with { Enabled = false } });

    /// <summary>Table 5's cells.</summary>
    public MethodRun Select(SelectionText text, SelectionVideo video, bool sinkhorn) => Vary(
        $"select-{text.ToString().ToLowerInvariant()}-{video.ToString().ToLowerInvariant()}{(sinkhorn ? "-sinkhorn" : "")}",
        r => r with { Selection = r.Selection with { Text = text, Video = video, Sinkhorn = sinkhorn } });

    /// <summary>Table 8's lines.</summary>
    public MethodRun Layers(AttentionLayers layers) => Vary($"layers-{layers.ToString().ToLowerInvariant()}", r => r with { Attention = r.Attention with { Layers = layers } });

    /// <summary>Table 9's columns.</summary>
    public MethodRun Candidates(int frames) => Vary($"candidates-{frames}", r => r with { CandidateFrames = frames });

    /// <summary>Table 10's columns.</summary>
    public MethodRun Frames(int frames) => Vary($"frames-{frames}", r => r with { CandidateFrames = Math.Max(frames, r.CandidateFrames), Selection = r.Selection with { Frames = frames } });

    /// <summary>Table 11: trained with sound, asked with it or without; null where nobody encodes sound.</summary>
    public MethodRun? WithAudio(bool inTesting)
    {
        if (audio is null)
            return null;
        MethodRun trained = Vary("audio", r => r with { Audio = audio });
        return trained with
        {
            Name = inTesting ? "audio-tested" : "audio-trained",
            Grounding = trained.Grounding with { Audio = inTesting },
            Backbone = MethodBackbone.ClipAndAudio,
        };
    }

    /// <summary>One switch changed (<see cref="Disagreements"/>).</summary>
    public MethodRun Switched(string name, Func<Recipe, Recipe> change) => Vary($"switch-{name}", change) with { Detailed = false };

    /// <summary>A change of the base recipe; one that changes nothing is the base itself, so that its run is shared.</summary>
    private MethodRun Vary(string name, Func<Recipe, Recipe> change, MethodBackbone backbone = MethodBackbone.Clip)
    {
        Recipe changed = change(Recipe);
        bool same = changed == Recipe;
        if (backbone == MethodBackbone.FinetunedClip)
            changed = changed with { BackboneLearningRate = backboneRate };
        name = (same ? "ours" : name) + Suffix(backbone);
        changed = changed with { Name = name };
        return new MethodRun { Name = name, Recipe = changed, Grounding = MethodRun.Asked(changed, grounding), Backbone = backbone, Detailed = same };
    }

    private static string Suffix(MethodBackbone backbone) => backbone switch
    {
        MethodBackbone.S3d => "-s3d",
        MethodBackbone.FinetunedClip => "-clip-finetuned",
        _ => "",
    };
}
