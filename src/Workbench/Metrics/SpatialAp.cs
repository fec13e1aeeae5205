namespace Workbench.Metrics;

/// <summary>What the column "mAP" of the spatial tables means.</summary>
public enum SpatialAp
{
    /// <summary>Share of frames whose overlap exceeds the threshold: what the released STG evaluator prints as "meanAP".</summary>
    Success,

    /// <summary>Mean over classes of V-HICO's average precision: ten recall levels 0, 0.1 … 0.9, divided by 11, so that a perfect ranking scores 0.909. Released code of V-HICO; the paper (section 8.3) says it follows it.</summary>
    Vhico11,

    /// <summary>Mean over classes of PASCAL VOC's area under the monotone precision envelope.</summary>
    Voc,
}
