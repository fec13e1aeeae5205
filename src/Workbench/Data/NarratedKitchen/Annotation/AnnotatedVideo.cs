using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>A test video with its segments and clicks.</summary>
internal sealed record AnnotatedVideo(VideoScript Script, IReadOnlyList<AnnotatedSegment> Segments, IReadOnlyList<AnnotatedSecond> Seconds);
