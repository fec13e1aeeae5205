using System.Globalization;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>CLIP's ViT-B/32 image encoder with random weights of the real size, as <c>extract</c> runs it.</summary>
internal sealed class ClipEncoderBenchmark(Precision precision, int batch = 32) : Benchmark
{
    private ClipModel? _model;
    private ClipBackbone? _backbone;
    private Tensor? _images, _features, _exact;

    public override string Name => precision == Precision.Fp32 ? "clip-encoder" : "clip-encoder-bf16";
    public override string Script => "clip_encoder";
    public override string About => $"CLIP ViT-B/32 image encoder, batch {batch}, {(precision == Precision.Fp32 ? "fp32" : "bf16 (`--precision bf16`)")}";
    public override string Peer => "eager PyTorch fp32 of the same architecture";
    public override double AtLeast => 3;
    public override double Aim => 5;
    public override double Tolerance => precision == Precision.Fp32 ? 1e-3 : 0.05;
    public override int? Turns => precision == Precision.Fp32 ? null : 3;

    public override string Note => $"Cosine with the features of single precision: at least {Cosine().ToString("0.000000", CultureInfo.InvariantCulture)} over all tokens. "
        + (precision == Precision.Fp32
            ? "Asked for by bf16 on a processor with units for it; this one has none (AVX2 only), so single precision is the default. 97 % of the work is products of 1,600 × 768 by 768 × 768…3,072, which both sides give to the same OpenBLAS: what differs is the rest."
            : "Without bfloat16 units libtorch 1.13 multiplies bfloat16 in plain loops, at about a fiftieth of the speed of single precision: never the default here.");

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(8);
        ClipConfig config = ClipConfig.VitB32;
        _backbone = Random(precision, out _model);
        _images = rand(batch, 3, config.ImageSize, config.ImageSize);
        return
        [
            Inputs.Of("images", _images), NamedArray.OfInt64s("heads", [], [config.VisionHeads]),
            .. Inputs.Of(_model.Visual),
        ];
    }

    public override void Run()
    {
        using FrameFeatures features = _backbone!.EncodeFrames(_images!);
        _features?.Dispose();
        _features = cat([features.Global_BD.unsqueeze(1), features.Local_BND], 1).DetachFromDisposeScope();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        using (no_grad())
            _exact ??= precision == Precision.Fp32 ? _features!.clone().DetachFromDisposeScope() : _model!.Visual.forward(_images!).DetachFromDisposeScope();
        Tensor wave_D = arange(_features!.size(-1), ScalarType.Float32).cos();
        return [Inputs.Norm(_features), Inputs.Norm(_features * wave_D), .. Enumerable.Range(0, 4).Select(token => Inputs.Norm(_features[1, token]))];
    }

    public override void Dispose()
    {
        _backbone?.Dispose();
        foreach (Tensor? tensor in new[] { _images, _features, _exact })
            tensor?.Dispose();
        (_backbone, _features, _exact) = (null, null, null);
        base.Dispose();
    }

    /// <summary>The encoder of the real size with random weights; its text tower is a stub.</summary>
    public static ClipBackbone Random(Precision precision) => Random(precision, out _);

    private static ClipBackbone Random(Precision precision, out ClipModel model)
    {
        model = new ClipModel(ClipConfig.VitB32 with { TextLayers = 1, VocabularySize = 514 });
        return new ClipBackbone(model, new ClipTokenizer(new BytePairMerges([]), ClipConfig.VitB32.ContextLength), ClipInput.Raw01, "random", null, precision);
    }

    private double Cosine()
    {
        if (_exact is null)
            return double.NaN;
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.cosine_similarity(_features!, _exact, -1).min().item<float>();
    }
}
