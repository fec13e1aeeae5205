namespace Workbench.Models.Moments;

/// <summary>The first four places of a vocabulary (LGI, released code abstract_dataset.py); words follow.</summary>
public static class WordSigns
{
    /// <summary>Behind a sentence.</summary>
    public const long Padding = 0;

    /// <summary>A word that the training sentences do not have.</summary>
    public const long Unknown = 1;

    /// <summary>Before a caption.</summary>
    public const long Start = 2;

    /// <summary>Behind a caption.</summary>
    public const long End = 3;

    /// <summary>Signs in all.</summary>
    public const int Count = 4;
}
