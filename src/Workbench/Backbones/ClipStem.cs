using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Three convolutions before the patch embedding, each with batch norm and ReLU and each halving the picture: width c, 2c, 4c. A small
/// vision transformer that starts from raw patches needs several times the pictures to learn what small things are.
/// </summary>
/// <remarks>
/// Source: Xiao et al. 2021, "Early Convolutions Help Transformers See Better"; deviation: the first kernel is 2×2 without padding, so that
/// the normalisation of pixels can be built into it exactly. OpenAI's vision transformers have no stem; its ResNets begin with one.
/// </remarks>
internal sealed class ClipStem : nn.Module<Tensor, Tensor>
{
    /// <summary>How much smaller the map is than the picture, along a side.</summary>
    public const int Stride = 8;

    private readonly Conv2d conv0;
    private readonly BatchNorm2d bn0;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;

    public ClipStem(int width)
        : base(nameof(ClipStem))
    {
        conv0 = nn.Conv2d(3, width, 2, stride: 2);
        bn0 = nn.BatchNorm2d(width);
        conv1 = nn.Conv2d(width, 2 * width, 3, stride: 2, padding: 1);
        bn1 = nn.BatchNorm2d(2 * width);
        conv2 = nn.Conv2d(2 * width, 4 * width, 3, stride: 2, padding: 1);
        bn2 = nn.BatchNorm2d(4 * width);
        RegisterComponents();
    }

    /// <summary>The layer that takes pixels.</summary>
    public Conv2d First => conv0;

    /// <param name="input">Images, [B, 3, S, S].</param>
    /// <returns>Maps, [B, 4c, S/8, S/8].</returns>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor maps = bn0.forward(conv0.forward(input)).relu();
        maps = bn1.forward(conv1.forward(maps)).relu();
        return bn2.forward(conv2.forward(maps)).relu().MoveToOuterDisposeScope();
    }
}
