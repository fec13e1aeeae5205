using Workbench.Models.Comma;
using Workbench.Training.Comma;

namespace Workbench.Experiments.Comma;

/// <summary>The methods of CoMMA's tables, each the whole method's recipe with one thing changed.</summary>
/// <param name="clips">The whole method on narrated clips.</param>
/// <param name="phrases">Two cross-attentions on captioned pictures.</param>
/// <param name="nafae">NAFAE.</param>
/// <param name="gentleRate">Learning rate of the word-level loss and of the baselines on narrated clips that start at random, where it is not that of the whole method.</param>
public sealed class CommaCatalogue(CommaRecipe clips, CommaRecipe phrases, NafaeRecipe nafae, double? gentleRate = null)
{
    public static CommaRun Centre { get; } = new() { Name = "comma-centre", Kind = CommaKind.Centre };

    public static CommaRun OpticalFlow { get; } = new() { Name = "comma-optical-flow", Kind = CommaKind.OpticalFlow };

    /// <summary>The backbone's cells against the sentence, nothing trained; no row of the paper.</summary>
    public static CommaRun Backbone { get; } = new() { Name = "comma-backbone", Kind = CommaKind.Backbone, Objects = true };

    /// <summary>The whole method.</summary>
    public CommaRun Comma => Clips("comma-sentence", r => r) with { Objects = true };

    public CommaRun Word => Clips("comma-word", r => r with { Loss = CommaLoss.Word, LearningRate = gentleRate ?? r.LearningRate });

    public CommaRun PhraseGrounding => Clips("comma-phrase-grounding", r => r with { Method = CommaMethod.PhraseGrounding, Loss = CommaLoss.Word, LearningRate = gentleRate ?? r.LearningRate });

    public CommaRun Shallow => Clips("comma-shallow", r => r with { Layers = CommaLayers.Cross });

    public CommaRun Sentinel => Clips("comma-sentinel", r => r with { Method = CommaMethod.FullSentinel, LearningRate = gentleRate ?? r.LearningRate });

    public CommaRun CrossCross => Clips("comma-cross-cross", r => r with { Layers = CommaLayers.CrossCross });

    /// <summary>Table 2 left.</summary>
    public CommaRun Regions(RegionAttention regions) => regions == RegionAttention.Spatiotemporal ? Comma : Clips($"comma-{regions.ToString().ToLowerInvariant()}", r => r with { Regions = regions });

    /// <summary>The printed form: one sequence, masks, projections.</summary>
    public CommaRun Masked(MaskForm mask) => Clips($"comma-masked-{mask.ToString().ToLowerInvariant()}", r => r with { Form = CommaForm.Masked, Mask = mask });

    /// <summary>Both modalities mixed and contrasted directly: the strategy that the paper argues against.</summary>
    public CommaRun Mixed => Clips("comma-mixed", r => r with { Form = CommaForm.Masked, Layers = CommaLayers.Full });

    public CommaRun Stacked => Clips("comma-two-modules", r => r with { Modules = 2 });

    /// <summary>The positive twice in the denominator, as released.</summary>
    public CommaRun ReleasedLoss => Clips("comma-released-loss", r => r with { SentenceForm = SentenceForm.Released });

    public CommaRun Nafae => new() { Name = nafae.Name, Kind = CommaKind.Nafae, Nafae = nafae, Objects = true };

    /// <summary>Contrastive phrase grounding on captioned pictures.</summary>
    public CommaRun PhrasesGupta => Pictures("comma-phrases-gupta", r => r with { Method = CommaMethod.PhraseGrounding, Loss = CommaLoss.Word });

    public CommaRun PhrasesOne => Pictures("comma-phrases-one-layer", r => r with { Layers = CommaLayers.Cross });

    public CommaRun PhrasesTwo => Pictures("comma-phrases-two-layers", r => r);

    /// <summary>With the self-attention: 48.81 at R@1 in the text of section 4.2.</summary>
    public CommaRun PhrasesWhole => Pictures("comma-phrases-self-attention", r => r with { Layers = CommaLayers.CrossSelfCross });

    private CommaRun Clips(string name, Func<CommaRecipe, CommaRecipe> change) => new() { Name = name, Kind = CommaKind.Trained, Recipe = change(clips) with { Name = name } };

    private CommaRun Pictures(string name, Func<CommaRecipe, CommaRecipe> change) => new() { Name = name, Kind = CommaKind.Phrases, Recipe = change(phrases) with { Name = name } };
}
