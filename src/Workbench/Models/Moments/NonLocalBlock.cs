using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, D width, h heads.

/// <summary>
/// x + attention of all segments to all segments, no norm and no output projection (LGI Eq. 12; released code NonLocalBlock, whose "key" stands where others have the
/// query).
/// </summary>
public sealed class NonLocalBlock : nn.Module<Tensor, Tensor, Tensor>
{
    public readonly Linear c_lin;
    public readonly Linear v_lin;
    private readonly int heads;

    public NonLocalBlock(long width, int heads) : base(nameof(NonLocalBlock))
    {
        this.heads = heads;
        c_lin = nn.Linear(width, 2 * width);
        v_lin = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>Segments (B, T, D) and the mask (B, T) to (B, T, D).</summary>
    public override Tensor forward(Tensor segments_BTD, Tensor mask_BT)
    {
        Tensor[] seen = c_lin.forward(segments_BTD).chunk(2, 2);
        Tensor key = Split(v_lin.forward(segments_BTD)), query = Split(seen[0]), value = Split(seen[1]);
        Tensor logits_BhTT = matmul(key, query.transpose(2, 3)) / Math.Sqrt((double)segments_BTD.size(2) / heads);
        Tensor weight_BhTT = logits_BhTT.masked_fill(mask_BT.logical_not().unsqueeze(1).unsqueeze(1), -1e9).softmax(3);
        return segments_BTD + matmul(weight_BhTT, value).transpose(1, 2).reshape(segments_BTD.shape);
    }

    private Tensor Split(Tensor x_BTD) => x_BTD.reshape(x_BTD.size(0), x_BTD.size(1), heads, x_BTD.size(2) / heads).transpose(1, 2);
}
