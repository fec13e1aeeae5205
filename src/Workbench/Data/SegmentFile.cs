namespace Workbench.Data;

/// <summary>Which of GroundingYouTube's segment files to read.</summary>
public enum SegmentFile
{
    /// <summary>
    /// seg.json: 5,132 segments of 250 videos, 5,091 with end after start, the paper's number of clips. An action's id is its
    /// index in the list. README of the released code.
    /// </summary>
    Seg,

    /// <summary>
    /// ground_seg.json: 5,018 segments cut to the first and last second that have at least one annotator's point. Ids are
    /// those of seg.json, so that in 69 videos they are not the index in the list; the released evaluator takes them for it.
    /// </summary>
    Ground,

    /// <summary>ground_seg_3to20.json: the 2,869 of them that last 3 to 20 seconds, the single-action set (paper: 2,895 clips).</summary>
    Ground3To20,
}
