using Workbench.Data;
using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Moments;

/// <summary>The base recipes that Sscs' tables change one thing of. The branch's settings are kept beside; a catalogue turns it on.</summary>
/// <param name="TwoDTan">2D-TAN in Charades-STA's setting.</param>
/// <param name="Lgi">LGI in Charades-STA's setting.</param>
/// <param name="TacosTwoDTan">2D-TAN in TACoS' setting.</param>
/// <param name="ActivityNetTwoDTan">2D-TAN in ActivityNet-Captions' setting.</param>
/// <param name="ActivityNetLgi">LGI in ActivityNet-Captions' setting.</param>
public sealed record MomentRecipes(MomentRecipe TwoDTan, MomentRecipe Lgi, MomentRecipe TacosTwoDTan, MomentRecipe ActivityNetTwoDTan, MomentRecipe ActivityNetLgi)
{
    /// <summary>Scaled to minutes (<see cref="EmbeddedMoments"/>).</summary>
    public static MomentRecipes Embedded(Profile profile, long seed) => new(
        EmbeddedMoments.TwoDTan(profile, seed), EmbeddedMoments.Lgi(profile, seed), EmbeddedMoments.TacosTwoDTan(profile, seed), EmbeddedMoments.ActivityNetTwoDTan(profile, seed),
        EmbeddedMoments.ActivityNetLgi(profile, seed));

    /// <summary>Sizes, rates and epochs of the authors' configurations, on features of any width; λ as Sscs prints it.</summary>
    public static MomentRecipes Published(long seed)
    {
        MomentRecipe Tan(string name, TwoDTanConfig config, SupportSetConfig support) =>
            MomentRecipe.OfTwoDTan(config with { VideoWidth = 0, WordWidth = 0 }) with { Name = name, Seed = seed, Support = support };
        MomentRecipe Lgi(string name, LgiConfig config, SupportSetConfig support) => MomentRecipe.OfLgi(config with { VideoWidth = 0, WordWidth = 0, StartFromWordVectors = true }) with { Name = name, Seed = seed, Support = support };
        return new MomentRecipes(
            Tan("2d-tan", TwoDTanConfig.Charades(), SupportSetConfig.Charades), Lgi("lgi", LgiConfig.Charades, SupportSetConfig.Charades), Tan("2d-tan-tacos", TwoDTanConfig.Tacos(), SupportSetConfig.Tacos),
            Tan("2d-tan-activitynet", TwoDTanConfig.ActivityNet(), SupportSetConfig.ActivityNet), Lgi("lgi-activitynet", LgiConfig.ActivityNet, SupportSetConfig.ActivityNet));
    }
}
