namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// A labelled segment as people marked it: <paramref name="From"/> and <paramref name="To"/> as written in the .srt, <paramref name="Start"/> and
/// <paramref name="End"/> the whole seconds of seg.json, both shown in the video.
/// </summary>
internal sealed record AnnotatedSegment(int Id, KitchenAction Action, double From, double To, int Start, int End);
