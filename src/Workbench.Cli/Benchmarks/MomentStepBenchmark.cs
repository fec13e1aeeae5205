using TorchSharp;
using Workbench.Data;
using Workbench.Models.Moments;
using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>A training step of a base model of Sscs: forward, its own loss, backward, clipping where it clips, Adam.</summary>
internal sealed class MomentStepBenchmark : Benchmark
{
    private const int Batch = 8, Words = 10, TanWidth = 128;
    private readonly MomentRecipe _recipe;
    private MomentModel? _model;
    private MomentObjective? _objective;
    private MomentBatch? _batch;
    private MomentTargets? _targets;
    private optim.Optimizer? _optimizer;
    private double _loss;

    /// <param name="model">Which of the two.</param>
    public MomentStepBenchmark(MomentBase model) => _recipe = model == MomentBase.TwoDTan
        ? MomentRecipe.OfTwoDTan(TwoDTanConfig.Charades() with { VideoWidth = 1024, Width = TanWidth })
        : MomentRecipe.OfLgi(LgiConfig.Charades with { Vocabulary = 1000, Dropout = 0 });

    public override string Name => _recipe.Base == MomentBase.TwoDTan ? "2d-tan-step" : "lgi-step";
    public override string Script => _recipe.Base == MomentBase.TwoDTan ? "tan_step" : "lgi_step";
    public override string About => _recipe.Base == MomentBase.TwoDTan
        ? $"training step of 2D-TAN in Charades-STA's configuration (16×16, K5L8, convolution) at d={TanWidth}, B={Batch}"
        : $"training step of LGI in Charades-STA's configuration (128 segments, d=512), no dropout, B={Batch}";
    public override string Peer => "eager PyTorch of the same step";
    public override double AtLeast => double.NaN;
    public override double Aim => double.NaN;
    public override double Tolerance => 1e-3;
    public override string Note => _recipe.Base == MomentBase.TwoDTan
        ? "No ratio was asked for. The peer pads all at the first convolution, as the released code; ours gives each layer only what later ones look at, with the same numbers."
        : "No ratio was asked for. Both spend the step in the same convolutions and products of libtorch.";

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(5);
        _model = _recipe.Base == MomentBase.TwoDTan ? new TwoDTan(_recipe.TwoDTan) : new Lgi(_recipe.Lgi);
        _model.train();
        _objective = new MomentObjective(_recipe, _model, null);
        _optimizer = optim.Adam(_model.parameters(), lr: 0.0);
        Tensor mask_BK = Inputs.Mask(Batch, Words), there_BC = ones(Batch, _model.SampledClips, ScalarType.Bool);
        using (NewDisposeScope())
        {
            Tensor real_BK1 = mask_BK.unsqueeze(2).to(ScalarType.Float32);
            _batch = new MomentBatch(
                Kept(randn(Batch, _model.SampledClips, 1024)), there_BC, Kept(randn(Batch, Words, 300) * real_BK1), Kept(randint(4, 1000, new long[] { Batch, Words }, ScalarType.Int64) * mask_BK.to(ScalarType.Int64)), mask_BK);
            Tensor first_B = randint(0, _model.Clips / 2, new long[] { Batch }, ScalarType.Int64), last_B = first_B + (_model.Clips / 4), clip_T = arange(_model.Clips, ScalarType.Int64);
            Tensor inside_BT = clip_T.greater_equal(first_B.unsqueeze(1)).logical_and(clip_T.less_equal(last_B.unsqueeze(1))).to(ScalarType.Float32);
            Tensor bounds_B2 = stack([first_B, last_B + 1], 1).to(ScalarType.Float32) / _model.Clips;
            _targets = new MomentTargets(_recipe.Base == MomentBase.TwoDTan ? Kept(rand(Batch, _model.Clips, _model.Clips)) : null, Kept(bounds_B2), Kept(inside_BT), Kept(arange(Batch, ScalarType.Int64)));
        }

        return
        [
            Inputs.Of("video", _batch.Video_BCV), Inputs.Of("words", _batch.Words_BKE), Inputs.Of("ids", _batch.WordIds_BK), Inputs.Of("mask", _batch.WordMask_BK),
            Inputs.Of("bounds", _targets.Bounds_B2), Inputs.Of("inside", _targets.Inside_BT), .. _targets.Overlap_BNN is { } overlap ? [Inputs.Of("overlap", overlap)] : Array.Empty<NamedArray>(),
            NamedArray.OfInt64s("clips", [], [_model.Clips]), .. Inputs.Of(_model).Select(a => a with { Name = "model." + a.Name }),
        ];
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer!.zero_grad();
        Tensor total = _objective!.Loss(_batch!, _targets!).Total;
        total.backward();
        if (_recipe.ClipNorm > 0)
            nn.utils.clip_grad_norm_(_model!.parameters(), _recipe.ClipNorm);
        _optimizer.step();
        _loss = total.item<float>();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        Run();
        return [_loss, .. _model!.named_parameters().Where(p => p.name.EndsWith("weight", StringComparison.Ordinal) && p.parameter.grad is not null).OrderBy(p => p.name, StringComparer.Ordinal).Select(p => Inputs.Norm(p.parameter.grad!))];
    }

    public override void Dispose()
    {
        _optimizer?.Dispose();
        _model?.Dispose();
        foreach (Tensor? tensor in new[] { _batch?.Video_BCV, _batch?.VideoMask_BC, _batch?.Words_BKE, _batch?.WordIds_BK, _batch?.WordMask_BK, _targets?.Overlap_BNN, _targets?.Bounds_B2, _targets?.Inside_BT, _targets?.Videos_B })
            tensor?.Dispose();
        base.Dispose();
    }

    private static Tensor Kept(Tensor value) => value.MoveToOuterDisposeScope();
}
