using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Workbench.Torch.Tests.Nn;

/// <summary>How each case of functions.json is computed here.</summary>
internal static class FunctionCatalogue
{
    private static Tensor Weight => tensor(new[] { 1f, 2f, 0.5f, 1.5f, 1f });

    private static Tensor Signs => tensor(new[] { 1f, -1f, 1f });

    public static Tensor Call(string name, Tensor[] x) => name switch
    {
        "relu" => F.relu(x[0]),
        "relu6" => F.relu6(x[0]),
        "silu" => F.silu(x[0]),
        "gelu" => F.gelu(x[0]),
        "gelu by tanh" => F.gelu(x[0], TorchSharp.Modules.GELU.Approximate.tanh),
        "mish" => F.mish(x[0]),
        "elu" => F.elu(x[0], 0.7),
        "celu" => F.celu(x[0], 0.7),
        "selu" => F.selu(x[0]),
        "leaky_relu" => F.leaky_relu(x[0], 0.2),
        "hardtanh" => F.hardtanh(x[0]),
        "hardsigmoid" => F.hardsigmoid(x[0]),
        "hardswish" => F.hardswish(x[0]),
        "softplus" => F.softplus(x[0], 2),
        "softshrink" => F.softshrink(x[0]),
        "hardshrink" => F.hardshrink(x[0]),
        "softsign" => F.softsign(x[0]),
        "tanhshrink" => F.tanhshrink(x[0]),
        "logsigmoid" => F.logsigmoid(x[0]),
        "glu" => F.glu(x[0], 0),
        "softmax" => F.softmax(x[0], 1),
        "log_softmax" => F.log_softmax(x[0], 0),
        "softmin" => F.softmin(x[0], 1),
        "threshold" => F.threshold(x[0], 0.5, -1),
        "normalize" => F.normalize(x[0]),
        "cosine_similarity" => F.cosine_similarity(x[0], x[1]),
        "pairwise_distance" => F.pairwise_distance(x[0], x[1]),
        "cross_entropy" => F.cross_entropy(x[0], x[1]),
        "cross_entropy with weights and smoothing" =>
            F.cross_entropy(x[0], x[1], Weight, ignore_index: 0, label_smoothing: 0.1),
        "cross_entropy of probabilities" => F.cross_entropy(x[0], x[1], reduction: Reduction.Sum),
        "nll_loss" => F.nll_loss(x[0], x[1], reduction: Reduction.None),
        "binary_cross_entropy" => F.binary_cross_entropy(x[0], x[1]),
        "binary_cross_entropy_with_logits" => F.binary_cross_entropy_with_logits(x[0], x[1], Weight, pos_weights: Weight),
        "mse_loss" => F.mse_loss(x[0], x[1]),
        "l1_loss" => F.l1_loss(x[0], x[1], Reduction.Sum),
        "smooth_l1_loss" => F.smooth_l1_loss(x[0], x[1], beta: 0.5),
        "huber_loss" => F.huber_loss(x[0], x[1], delta: 0.5),
        "kl_div" => F.kl_div(x[0], x[1], log_target: false),
        "kl_div of logarithms" => F.kl_div(x[0], x[1], log_target: true, Reduction.Sum),
        "cosine_embedding_loss" => F.cosine_embedding_loss(x[0], x[1], Signs, 0.1),
        "margin_ranking_loss" => F.margin_ranking_loss(x[0], x[1], Signs, 0.3),
        "triplet_margin_loss" => F.triplet_margin_loss(x[0], x[1], x[2]),
        _ => Spatial(name, x),
    };

    private static Tensor Spatial(string name, Tensor[] x) => name switch
    {
        "pad" => F.pad(x[0], (1, 2, 0, 1), value: 0.5),
        "pad reflect" => F.pad(x[0], (1, 2), PaddingModes.Reflect),
        "pad replicate" => F.pad(x[0], (1, 1, 2, 0), PaddingModes.Replicate),
        "pad circular" => F.pad(x[0], (1, 2), PaddingModes.Circular),
        "interpolate nearest" => F.interpolate(x[0], [3, 8]),
        "interpolate nearest exact" => F.interpolate(x[0], scale_factor: [1.5], mode: InterpolationMode.NearestExact),
        "interpolate linear" => F.interpolate(x[0], [8], mode: InterpolationMode.Linear),
        "interpolate bilinear" => F.interpolate(x[0], [7, 3], mode: InterpolationMode.Bilinear),
        "interpolate bilinear aligned" =>
            F.interpolate(x[0], scale_factor: [1.7, 2], mode: InterpolationMode.Bilinear, align_corners: true),
        "interpolate bilinear smooth" => F.interpolate(x[0], [2, 3], mode: InterpolationMode.Bilinear, antialias: true),
        "interpolate bicubic" => F.interpolate(x[0], [6, 7], mode: InterpolationMode.Bicubic),
        "interpolate trilinear" => F.interpolate(x[0], [4, 6, 2], mode: InterpolationMode.Trilinear),
        "interpolate trilinear aligned" =>
            F.interpolate(x[0], [4, 6, 2], mode: InterpolationMode.Trilinear, align_corners: true),
        "interpolate area" => F.interpolate(x[0], [2, 3], mode: InterpolationMode.Area),
        "interpolate recomputed" =>
            F.interpolate(x[0], scale_factor: [1.3], mode: InterpolationMode.Bilinear, recompute_scale_factor: true),
        "grid_sample" => F.grid_sample(x[0], x[1], align_corners: false),
        "grid_sample at the border" =>
            F.grid_sample(x[0], x[1], padding_mode: GridSamplePaddingMode.Border, align_corners: true),
        "unfold" => F.unfold(x[0], 2, padding: 1, stride: 2),
        "fold" => F.fold(x[0], (4, 4), (2, 2), stride: (2, 2)),
        "pixel_shuffle" => F.pixel_shuffle(x[0], 2),
        _ => throw new ArgumentException($"no function for the case '{name}'"),
    };
}
