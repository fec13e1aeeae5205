namespace Workbench.Models.Moments;

/// <summary>What another sentence about the same video is in Eq. 2 and 6 of Sscs; a batch may hold several.</summary>
public enum SameVideoPairs
{
    /// <summary>A negative, as the sets of the paper are printed ("other pairs in the batch as negative ones").</summary>
    Negative,

    /// <summary>Left out: it often shows what the sentence says, and pushing it away is what the support set is to prevent.</summary>
    LeftOut,
}
