using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: V videos, T sentences, … windows or pairs, R regions, K words, L = R + K + 1 tokens, D input width, d common width.

/// <summary>
/// "Full attention + sentinel" (CoMMA, Table 1; inspired by CBT, Sun et al. 2019): regions, words and a learned sentinel in one sequence, every token attends to every
/// other, and a linear layer reads the similarity of clip and sentence off the sentinel. Layers add their input, as a transformer's do: without that the sentinel
/// would forget itself. Number of layers and the missing feed-forward parts are ours; the paper gives no details.
/// </summary>
public sealed class SentinelModel : nn.Module, IRegionWordModel
{
    public readonly Sequential vis_proj_mat;
    public readonly Sequential lang_proj_mat;
    public readonly Linear similarity;
    public readonly Parameter sentinel;
    private readonly MaskedAttention[] layers;

    public SentinelModel(long regionWidth, long wordWidth, long width, int depth = 2) : base("SentinelModel")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        vis_proj_mat = nn.Sequential(("0", nn.Linear(regionWidth, width)));
        lang_proj_mat = nn.Sequential(("0", nn.Linear(wordWidth, width)));
        similarity = nn.Linear(width, 1);
        sentinel = new Parameter(randn(width) * 0.02);
        layers = [.. Enumerable.Range(0, depth).Select(_ => new MaskedAttention(width))];
        RegisterComponents();
        for (int i = 0; i < depth; i++)
            register_module($"layer_{i}", layers[i]);
    }

    /// <inheritdoc/>
    public Tensor SentenceScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        ArgumentNullException.ThrowIfNull(mask_TK);
        AttentionPass pass = Run(vis_proj_mat.forward(regions_VRD).unsqueeze(1), lang_proj_mat.forward(words_TKD).unsqueeze(0), mask_TK.unsqueeze(0));
        return similarity.forward(pass.Text_KD.select(-2, pass.Text_KD.size(-2) - 1)).squeeze(-1);
    }

    /// <inheritdoc/>
    public Tensor WordScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => throw new NotSupportedException("The sentinel knows sentences only.");

    /// <inheritdoc/>
    public (Tensor Sentence_VT, Tensor Word_VTK) BothScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => throw new NotSupportedException("The sentinel knows sentences only.");

    /// <inheritdoc/>
    public AttentionPass Attend(Tensor regions_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegions = false)
    {
        ArgumentNullException.ThrowIfNull(mask_WK);
        return Run(vis_proj_mat.forward(regions_WRD), lang_proj_mat.forward(words_WKD), mask_WK);
    }

    /// <summary>Begins where the backbone stands, as <see cref="CommaModel.StartFrom"/>; sentinel and similarity stay random.</summary>
    public void StartFrom(Func<Tensor, Tensor> joinRegions, Func<Tensor, Tensor> joinWords)
    {
        ArgumentNullException.ThrowIfNull(joinRegions);
        ArgumentNullException.ThrowIfNull(joinWords);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        GlobalLocalModel.Set(vis_proj_mat, joinRegions);
        GlobalLocalModel.Set(lang_proj_mat, joinWords);
        foreach (MaskedAttention layer in layers)
            layer.MakeIdentity();
    }

    /// <summary>The sentinel counts as one more word, the last; heat is traced from it.</summary>
    private AttentionPass Run(Tensor video_RD, Tensor words_KD, Tensor mask_K)
    {
        long regions = video_RD.size(-2), words = words_KD.size(-2) + 1, width = video_RD.size(-1);
        long[] of = [.. video_RD.shape[..^2].Zip(words_KD.shape[..^2], Math.Max)];
        Tensor tokens_LD = cat([video_RD.expand([.. of, regions, width]), words_KD.expand([.. of, words - 1, width]), sentinel.expand([.. of, 1, width])], -2);
        Tensor yes_1 = ones([.. of, 1], ScalarType.Bool, mask_K.device), word_K = cat([mask_K.expand([.. of, words - 1]), yes_1], -1);
        Tensor present_L = cat([yes_1.expand([.. of, regions]), word_K], -1), all_11 = ones([1, 1], ScalarType.Bool, mask_K.device);
        var blocks = new List<AttentionBlocks>();
        foreach (MaskedAttention layer in layers)
        {
            (Tensor output_LD, Tensor weights_LL) = layer.Attend(tokens_LD, all_11, present_L, MaskForm.MinusInfinity);
            tokens_LD = tokens_LD + output_LD;
            blocks.Add(MaskedStack.Cut(weights_LL, regions, words, AttentionMask.Full, withRegions: true));
        }

        Tensor start_K = cat([zeros([.. of, words - 1], video_RD.dtype, video_RD.device), ones([.. of, 1], video_RD.dtype, video_RD.device)], -1);
        return new AttentionPass(tokens_LD.narrow(-2, 0, regions), tokens_LD.narrow(-2, regions, words), word_K, blocks) { Start_K = start_K };
    }
}
