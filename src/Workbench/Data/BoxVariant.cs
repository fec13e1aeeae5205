namespace Workbench.Data;

/// <summary>Which of GroundingYouTube's box files to read.</summary>
public enum BoxVariant
{
    /// <summary>id2xy_box.json: 17,506 boxes, at least one annotator's point, first annotation round only. README of the released code.</summary>
    Any,

    /// <summary>id2xy_box_agree.json: 17,316 boxes, at least 3 of 5 annotators' points, both rounds: the paper's majority vote (appendix 10.1) and the released box set.</summary>
    Agree,

    /// <summary>id2xy_box_new_s.json: 21,719 boxes, at least one annotator's point, both rounds.</summary>
    New,
}
