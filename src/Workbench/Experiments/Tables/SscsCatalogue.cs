using Workbench.Experiments.Floors;
using Workbench.Experiments.Moments;
using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Tables;

/// <summary>The methods of Sscs' tables, each a base recipe with one thing changed. The same method is the same object, however many tables ask for it.</summary>
public sealed class SscsCatalogue(MomentRecipes recipes)
{
    private readonly Dictionary<string, MethodRun> _runs = new(StringComparer.Ordinal);

    /// <summary>2D-TAN and LGI in Charades-STA's setting.</summary>
    public MethodRun Base(MomentBase model) => Plain(Recipe(model));

    /// <summary>A base model with GTC or SS, and with the objectives that are asked for (Table 1).</summary>
    public MethodRun With(MomentBase model, CrossSupervision supervision, bool contrast, bool caption) => With(Recipe(model), supervision, contrast, caption);

    /// <summary>2D-TAN with the whole branch, by construction and function of the support set (Table 2). V-SS with CA is SS of Table 1.</summary>
    public MethodRun Cell(SupportSetConstruction construction, SupportSetFunction function)
    {
        if (construction == SupportSetConstruction.Video && function == SupportSetFunction.CrossAttention)
            return With(MomentBase.TwoDTan, CrossSupervision.SupportSet, contrast: true, caption: true);
        MomentRecipe recipe = Recipe(MomentBase.TwoDTan);
        return Run($"{recipe.Name}-{Word(construction)}-{Word(function)}", recipe with { Support = recipe.Support with { Construction = construction, Function = function } });
    }

    /// <summary>2D-TAN in TACoS' setting, with or without the branch (Table 4).</summary>
    public MethodRun Tacos(bool ours) => Either(recipes.TacosTwoDTan, ours);

    /// <summary>A base model in ActivityNet's setting, with or without the branch (Table 4).</summary>
    public MethodRun ActivityNet(MomentBase model, bool ours) =>
        Either(model == MomentBase.TwoDTan ? recipes.ActivityNetTwoDTan : recipes.ActivityNetLgi, ours);

    /// <summary>A predictor of <see cref="MomentSuite.Predictors"/>, fitted and asked on what models are shown.</summary>
    public MethodRun Floor(string predictor, bool whole = false)
    {
        string name = MomentRunner.FloorName(predictor, whole ? 0 : recipes.TwoDTan.WindowSeconds);
        return Kept(name, () => new MethodRun { Name = name, SeesVideo = false });
    }

    private MomentRecipe Recipe(MomentBase model) => model == MomentBase.TwoDTan ? recipes.TwoDTan : recipes.Lgi;

    private MethodRun Either(MomentRecipe recipe, bool ours) => ours ? With(recipe, CrossSupervision.SupportSet, contrast: true, caption: true) : Plain(recipe);

    private MethodRun Plain(MomentRecipe recipe) => Run(recipe.Name, recipe with { Support = SupportSetConfig.None });

    private MethodRun With(MomentRecipe recipe, CrossSupervision supervision, bool contrast, bool caption) => Run(
        $"{recipe.Name}-{(supervision == CrossSupervision.SupportSet ? "ss" : "gtc")}{(contrast && caption ? "" : contrast ? "-contrast" : "-caption")}",
        recipe with
        {
            Support = recipe.Support with
            {
                Supervision = supervision,
                ContrastWeight = contrast ? recipe.Support.ContrastWeight : 0,
                CaptionWeight = caption ? recipe.Support.CaptionWeight : 0,
            },
        });

    private MethodRun Run(string name, MomentRecipe recipe) => Kept(name, () => new MethodRun { Name = name, Moments = recipe with { Name = name } });

    private MethodRun Kept(string name, Func<MethodRun> make) => _runs.TryGetValue(name, out MethodRun? run) ? run : _runs[name] = make();

    private static string Word(SupportSetConstruction construction) => construction switch
    {
        SupportSetConstruction.Video => "v-ss",
        SupportSetConstruction.GroundTruth => "gt-ss",
        _ => "non-gt-ss",
    };

    private static string Word(SupportSetFunction function) => function switch
    {
        SupportSetFunction.CrossAttention => "ca",
        SupportSetFunction.SelfAttention => "sa",
        SupportSetFunction.FullyConnected => "fc",
        SupportSetFunction.Convolution => "conv",
        SupportSetFunction.MaxPooling => "mp",
        _ => "ap",
    };
}
