using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>S3D-G and its text tower with the heads of MIL-NCE, under the parameter names of the authors' checkpoint.</summary>
/// <remarks>
/// Shapes: B clips, T×H×W frames and pixels, t×h×w of mixed_5c (2×7×7 for 16×224×224), C its channels, J width of the joint space.
/// Source: antoine77340/S3D_HowTo100M, s3dg.py, class S3D; Miech et al. 2020.
/// </remarks>
public sealed class S3dModel : nn.Module
{
    private readonly S3dConvolution conv1, conv_2b, conv_2c;
    private readonly S3dGate gating;
    private readonly S3dInception mixed_3b, mixed_3c, mixed_4b, mixed_4c, mixed_4d, mixed_4e, mixed_4f, mixed_5b, mixed_5c;
    private readonly Linear fc;
    private readonly S3dText text_module;

    /// <summary>Makes a model with fresh weights from libtorch's global generator: call <c>manual_seed</c> first.</summary>
    public S3dModel(S3dConfig config)
        : base(nameof(S3dModel))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        Config = config;
        int stem = config.Width(64), width = config.Width(192);
        conv1 = config.Block switch
        {
            0 => new S3dConvolution(3, stem, (3, 7, 7), (1, 3, 3), stride: 2),
            2 => new S3dConvolution(24, stem, (2, 4, 4), (1, 2, 2)),
            _ => new S3dConvolution(96, stem, (2, 2, 2), (1, 1, 1)),
        };
        conv_2b = new S3dConvolution(stem, stem);
        conv_2c = S3dConvolution.Separable(stem, width);
        gating = new S3dGate(width);
        mixed_3b = Mix(64, 96, 128, 16, 32, 32);
        mixed_3c = Mix(128, 128, 192, 32, 96, 64);
        mixed_4b = Mix(192, 96, 208, 16, 48, 64);
        mixed_4c = Mix(160, 112, 224, 24, 64, 64);
        mixed_4d = Mix(128, 128, 256, 24, 64, 64);
        mixed_4e = Mix(112, 144, 288, 32, 64, 64);
        mixed_4f = Mix(256, 160, 320, 32, 128, 128);
        mixed_5b = Mix(256, 160, 320, 32, 128, 128);
        mixed_5c = Mix(384, 192, 384, 48, 128, 128);
        fc = nn.Linear(width, config.JointWidth);
        text_module = new S3dText(config);
        RegisterComponents();

        S3dInception Mix(params int[] published)
        {
            var block = new S3dInception(width, [.. published.Select(config.Width)]);
            width = block.OutputWidth;
            return block;
        }
    }

    public S3dConfig Config { get; }

    public S3dText Text => text_module;

    /// <summary>mixed_5c of clips, [B, C, t, h, w].</summary>
    /// <param name="clips_B3THW">RGB in [0, 1], no mean or deviation taken off; T, H and W even.</param>
    /// <param name="stages">Sees every stage by its name, for comparisons.</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public Tensor Regions(Tensor clips_B3THW, Action<string, Tensor>? stages = null)
    {
        ArgumentNullException.ThrowIfNull(clips_B3THW);
        int block = Math.Max(2, Config.Block);
        if (clips_B3THW.shape is not [_, 3, var frames, var height, var pixels] || frames % 2 + height % block + pixels % block > 0 || frames < 2)
            throw new ArgumentException($"Expected clips of shape [B, 3, T, H, W], T a multiple of 2, H and W of {block}; got [{string.Join(", ", clips_B3THW.shape)}].", nameof(clips_B3THW));
        long fourth = Config.TimePools > 1 ? 1 : 2, fifth = Config.TimePools > 0 ? 1 : 2;
        using DisposeScope scope = NewDisposeScope();
        Tensor net = Note("conv1", Stem(clips_B3THW));
        net = Note("maxpool_2a", S3dPool.Same(net, [1, 3, 3], [1, 2, 2]));
        net = Note("conv_2b", conv_2b.forward(net));
        net = Note("conv_2c", conv_2c.forward(net));
        net = Note("gating", gating.forward(net));
        net = Note("maxpool_3a", S3dPool.Same(net, [1, 3, 3], [1, 2, 2]));
        net = Note("mixed_3b", mixed_3b.forward(net));
        net = Note("mixed_3c", mixed_3c.forward(net));
        net = Note("maxpool_4a", S3dPool.Same(net, [3, 3, 3], [2, fourth, fourth]));
        net = Note("mixed_4b", mixed_4b.forward(net));
        net = Note("mixed_4c", mixed_4c.forward(net));
        net = Note("mixed_4d", mixed_4d.forward(net));
        net = Note("mixed_4e", mixed_4e.forward(net));
        net = Note("mixed_4f", mixed_4f.forward(net));
        net = Note("maxpool_5a", S3dPool.Same(net, [2, 2, 2], [2, fifth, fifth]));
        net = Note("mixed_5b", mixed_5b.forward(net));
        return Note("mixed_5c", mixed_5c.forward(net)).MoveToOuterDisposeScope();

        Tensor Note(string name, Tensor value)
        {
            stages?.Invoke(name, value);
            return value;
        }
    }

    /// <summary>Anything of width C into the joint space, (…, C) to (…, J): the mean of mixed_5c gives the clip; a single region, that region.</summary>
    public Tensor Join(Tensor regions) => fc.forward(regions);

    /// <summary>Clips in the joint space, [B, J]: the mean of mixed_5c over time and space, then fc.</summary>
    public Tensor Pool(Tensor regions_BCthw)
    {
        using DisposeScope scope = NewDisposeScope();
        return fc.forward(regions_BCthw.mean(new long[] { 2, 3, 4 })).MoveToOuterDisposeScope();
    }

    private Tensor Stem(Tensor clips_B3THW)
    {
        if (Config.Block == 0)
            return conv1.forward(clips_B3THW);
        // The even kernel is padded on both sides; what it gives first along each dimension is dropped.
        Tensor net = conv1.forward(SpaceToDepth(clips_B3THW, Config.Block));
        return net.narrow(2, 1, net.shape[2] - 1).narrow(3, 1, net.shape[3] - 1).narrow(4, 1, net.shape[4] - 1);
    }

    /// <summary>Blocks of 2 frames and <paramref name="n"/>×<paramref name="n"/> pixels into channels, in the order time, row, column, colour.</summary>
    internal static Tensor SpaceToDepth(Tensor clips_B3THW, int n)
    {
        long[] s = clips_B3THW.shape;
        return clips_B3THW.view(s[0], s[1], s[2] / 2, 2, s[3] / n, n, s[4] / n, n)
            .permute(0, 3, 5, 7, 1, 2, 4, 6).reshape(s[0], 2 * n * n * s[1], s[2] / 2, s[3] / n, s[4] / n);
    }
}
