namespace Workbench.Backbones.Pretraining;

/// <summary>What a DAVEnet hears in held-out sound tracks of the benchmark's kind, as shares in [0, 1]. Probes are fitted on the truth of other held-out tracks.</summary>
/// <remarks>The voice is a synthesiser's and says the same sentence always alike: the tracks are new, many of the sentences are not.</remarks>
/// <param name="Tracks">Tracks scored.</param>
/// <param name="Seconds">Their seconds.</param>
/// <param name="SoundingSeconds">Those in which an action is heard.</param>
/// <param name="Windows">Windows about a sentence that were scored.</param>
/// <param name="Candidates">Different sentences among which a window's own is looked for.</param>
/// <param name="Sentence">The sentence nearest to the window is the one said in it.</param>
/// <param name="ChanceSentence">What drawing one gives.</param>
/// <param name="ZeroShotAction">The action whose label is nearest to a sounding second is the one heard, of 34.</param>
/// <param name="ProbeAction">A linear probe on the feature of a sounding second names the action, of 34.</param>
/// <param name="ProbeVerb">Another names the verb, of 13.</param>
/// <param name="ChanceAction">What drawing an action gives.</param>
/// <param name="ChanceVerb">What drawing a verb gives.</param>
/// <param name="ProbeSounding">A linear probe tells whether an action is heard in a second.</param>
/// <param name="ChanceSounding">What always saying the more frequent gives.</param>
public sealed record DavenetScores(
    int Tracks,
    int Seconds,
    int SoundingSeconds,
    int Windows,
    int Candidates,
    double Sentence,
    double ChanceSentence,
    double ZeroShotAction,
    double ProbeAction,
    double ProbeVerb,
    double ChanceAction,
    double ChanceVerb,
    double ProbeSounding,
    double ChanceSounding);
