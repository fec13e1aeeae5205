namespace Workbench.Experiments.Floors;

/// <summary>Predictors of a sentence's moment that look neither at the video nor at the sentence.</summary>
public enum MomentPredictor
{
    /// <summary>The most frequent moments of the training set, relative to the video's length, counted on a grid; suppressed as a method's candidates are.</summary>
    Frequent,

    /// <summary>The list of fixed relative moments that hits most of the training set, chosen one after the other, for each overlap m anew.</summary>
    BestFixed,

    /// <summary>The whole video.</summary>
    WholeVideo,

    /// <summary>Moments between two times drawn evenly, suppressed as a method's candidates are.</summary>
    Random,
}
