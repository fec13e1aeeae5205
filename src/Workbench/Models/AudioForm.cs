namespace Workbench.Models;

/// <summary>How the local branch pairs sound with regions and words (What-When-Where, appendix 9.3: "from VT to VT, VA, and AT").</summary>
public enum AudioForm
{
    /// <summary>Paper: each pair is a local branch of its own. Sound stands where words stand beside regions, and where regions stand beside words.</summary>
    Pairs,

    /// <summary>
    /// Released code (s3dg_all.py@d5af111, 512-523): sound attends to the words in both cross-attentions, in the second to the words as the video changed
    /// them; words and regions are not changed by sound. Its vector of clip and sentence is then compared with the video's and the sentence's.
    /// </summary>
    WordsOfVideo,
}
