namespace Workbench.Metrics;

/// <summary>One definition of average precision. The static members are the definitions in use; vary them with <c>with</c>.</summary>
public sealed record ApOptions
{
    /// <summary>Least overlap of a true detection.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>True: the overlap must exceed the threshold; false: reaching it is enough.</summary>
    public bool Strict { get; init; }

    public ApMatching Matching { get; init; } = ApMatching.BestOnly;

    public ApRule Rule { get; init; } = ApRule.Envelope;

    /// <summary>Leave out groups (frames, videos) without ground truth of the class: V-HICO's "known object" setting.</summary>
    public bool KnownGroupsOnly { get; init; }

    /// <summary>Average only over classes that were both predicted and annotated (V-HICO); otherwise over all annotated ones.</summary>
    public bool PredictedClassesOnly { get; init; }

    /// <summary>Keep this many best-scored detections of a class in a group.</summary>
    public int TopPerGroup { get; init; } = int.MaxValue;

    /// <summary>PASCAL VOC at 0.5.</summary>
    public static ApOptions Voc { get; } = new();

    /// <summary>AVA frame-mAP: VOC at 0.5 over at most 50 boxes a frame (released ActivityNet evaluation).</summary>
    public static ApOptions Ava { get; } = new() { TopPerGroup = 50 };

    /// <summary>V-HICO "phrase_ko" at 0.3: ten best a frame, frames with the class only, classes predicted and annotated.</summary>
    public static ApOptions Vhico { get; } = new()
    {
        Threshold = 0.3,
        Rule = ApRule.Vhico11,
        KnownGroupsOnly = true,
        PredictedClassesOnly = true,
        TopPerGroup = 10,
    };

    /// <summary>ACT video-mAP: non-strict, a matched tube leaves the list, trapezoids.</summary>
    public static ApOptions Act { get; } = new() { Matching = ApMatching.BestRemaining, Rule = ApRule.Trapezoid };

    /// <summary>What-When-Where section 8.3: a prediction is right when it surpasses the threshold; for the rest as <see cref="Act"/>, the cited standard.</summary>
    public static ApOptions VideoMap { get; } = Act with { Strict = true };
}
