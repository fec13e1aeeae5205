namespace Workbench.Data;

/// <summary>What the annotators clicked on one frame for one action; the public files give only their mean.</summary>
/// <param name="Video">The video's id.</param>
/// <param name="Second">The frame's second.</param>
/// <param name="Label">The action in words, blanks for underscores.</param>
/// <param name="Mean">The mean point in the annotation frame; null where nobody set one (19% of the frames).</param>
/// <param name="MeanDistance">The mean distance of the points from it, in the pixels of the file; null as above.</param>
public sealed record PointAnnotation(string Video, int Second, string Label, Point? Mean, double? MeanDistance);
