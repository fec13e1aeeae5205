namespace Workbench.Training.Moments;

/// <summary>How a sentence becomes words; both in lower case.</summary>
public enum WordSplit
{
    /// <summary>At blanks; what punctuation stays at a word makes it unknown (2D-TAN's released loaders).</summary>
    Blanks,

    /// <summary>At blanks, after ASCII punctuation is taken out (LGI's released loaders).</summary>
    WithoutPunctuation,
}
