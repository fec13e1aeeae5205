using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>The two self-attention modules between the cross-attention layers; named as in released checkpoints ("sa_layer.vis_attn_mat…").</summary>
public sealed class SelfAttentionLayers : nn.Module
{
    public readonly SelfAttention vis_attn_mat;
    public readonly SelfAttention text_attn_mat;

    public SelfAttentionLayers(long width) : base("SelfAttentionLayers")
    {
        vis_attn_mat = new SelfAttention(width);
        text_attn_mat = new SelfAttention(width);
        RegisterComponents();
    }
}
