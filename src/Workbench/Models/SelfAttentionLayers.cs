using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>The two self-attention modules between the cross-attention layers; named as in released checkpoints ("sa_layer.vis_attn_mat…").</summary>
public sealed class SelfAttentionLayers : nn.Module
{
    public readonly SelfAttention vis_attn_mat;
    public readonly SelfAttention text_attn_mat;

    public SelfAttentionLayers(long width) : this(new SelfAttention(width), new SelfAttention(width))
    {
    }

    /// <summary>Modules that are there already: of the longer side, of the one with a mask.</summary>
    internal SelfAttentionLayers(SelfAttention video, SelfAttention text) : base("SelfAttentionLayers")
    {
        (vis_attn_mat, text_attn_mat) = (video, text);
        RegisterComponents();
    }
}
