namespace Workbench.Metrics;

/// <summary>How a ranked list of true and false detections becomes one number.</summary>
public enum ApRule
{
    /// <summary>Area under precision made monotone from the right, summed over recall steps (PASCAL VOC 2010+, AVA).</summary>
    Envelope,

    /// <summary>Trapezoids between successive points of the raw curve, which starts at recall 0, precision 1 (ACT detector, released code).</summary>
    Trapezoid,

    /// <summary>Best precision at recall ≥ 0, 0.1 … 0.9, summed and divided by 11 (V-HICO, released code).</summary>
    Vhico11,
}
