using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B videos, T segments, V feature width, D width.

/// <summary>Segments with their places (LGI section 3.2; released code VideoEmbeddingWithPosition).</summary>
public sealed class LgiVideoEncoder : nn.Module<Tensor, Tensor, Tensor>
{
    public readonly Sequential vid_emb_fn;
    public readonly Sequential? pos_emb_fn;

    public LgiVideoEncoder(LgiConfig config) : base(nameof(LgiVideoEncoder))
    {
        ArgumentNullException.ThrowIfNull(config);
        vid_emb_fn = nn.Sequential(("0", nn.Linear(config.VideoWidth, config.Width)), ("1", nn.ReLU()), ("2", nn.Dropout(config.Dropout)));
        if (config.UsePosition)
            pos_emb_fn = nn.Sequential(("0", nn.Embedding(config.Segments, config.Width)), ("1", nn.ReLU()), ("2", nn.Dropout(config.Dropout)));
        RegisterComponents();
    }

    /// <summary>(B, T, V) and the mask (B, T) to (B, T, D).</summary>
    public override Tensor forward(Tensor video_BTV, Tensor mask_BT)
    {
        Tensor seen_BT1 = mask_BT.unsqueeze(2).to(video_BTV.dtype), segments_BTD = vid_emb_fn.forward(video_BTV) * seen_BT1;
        return pos_emb_fn is null ? segments_BTD
            : segments_BTD + (pos_emb_fn.forward(arange(video_BTV.size(1), ScalarType.Int64, video_BTV.device).unsqueeze(0)) * seen_BT1);
    }
}
