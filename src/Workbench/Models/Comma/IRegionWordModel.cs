using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: V videos, T sentences, R regions, K words, W windows, D input widths.

/// <summary>A model that is trained on regions and words and asked where a sentence is: CoMMA and the baselines of its tables.</summary>
public interface IRegionWordModel
{
    /// <summary>Scores of every video with every sentence, (V, T).</summary>
    /// <exception cref="NotSupportedException">The model knows words only.</exception>
    Tensor SentenceScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK);

    /// <summary>Scores of every video with every word, (V, T, K): each word's value with the word as that video's regions make it (CoMMA, Eq. 6).</summary>
    /// <exception cref="NotSupportedException">The model knows sentences only.</exception>
    Tensor WordScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK);

    /// <summary>Both, where a loss needs both.</summary>
    (Tensor Sentence_VT, Tensor Word_VTK) BothScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK);

    /// <summary>The attention behind a heat map: W windows, one sentence each.</summary>
    /// <param name="regions_WRD">Regions, step by step.</param>
    /// <param name="words_WKD">Words.</param>
    /// <param name="mask_WK">True where a position is a word.</param>
    /// <param name="withRegions">Keep the regions' self-attention as well, R² numbers a window.</param>
    AttentionPass Attend(Tensor regions_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegions = false);
}
