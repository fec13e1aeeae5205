namespace Workbench.Experiments.Comma;

/// <summary>The names of metrics in CoMMA's run files, with their units.</summary>
public static class CommaMetrics
{
    public const string Pointing = "interactions/pointing %";
    public const string PointingReleased = "interactions/pointing, released evaluation %";
    public const string PointingWords = "interactions/pointing, rollout from words %";
    public const string PointingIdentity = "interactions/pointing, rollout with identity from words %";
    public const string ObjectPointing = "objects/pointing, mean over classes %";
    public const string ObjectPointingMicro = "objects/pointing %";
    public const string ObjectBox = "objects/box accuracy, mean over classes %";
    public const string ObjectBoxMicro = "objects/box accuracy %";
    public const string PhrasePointing = "phrases/pointing recall %";

    public static string PhraseRecall(int k) => $"phrases/R@{k} %";

    /// <summary>Of one class, boxes or points.</summary>
    public static string ObjectClass(string label, bool box) => $"objects/{(box ? "box accuracy" : "pointing")}, {label} %";
}
