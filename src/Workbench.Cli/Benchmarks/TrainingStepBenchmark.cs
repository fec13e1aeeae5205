using TorchSharp;
using Workbench.Data;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>A whole training step on frozen features: selection, both losses, backward, Adam.</summary>
/// <param name="batch">Clips.</param>
/// <param name="candidates">Candidate frames of a clip, U; 8 of them are chosen.</param>
/// <param name="place">Where it runs.</param>
internal sealed class TrainingStepBenchmark(int batch = 16, int candidates = 16, Place? place = null) : Benchmark
{
    private const int Chosen = 8, Cells = 49, Words = 20, Width = 512;
    private readonly Place _place = place ?? Place.Cpu;
    // Words against frames, as the peer selects; the regions' similarities beside them would be a product more on both sides.
    private readonly Recipe _recipe = new() { BatchSize = batch, LearningRate = 1e-9, Selection = FrameSelection.Paper with { Video = SelectionVideo.Global } };
    private GlobalLocalModel? _model;
    private TrainingBatch? _batch;
    private TrainingObjective? _objective;
    private optim.Optimizer? _optimizer;
    private double _loss;

    public override string Name => batch == 64 ? "training-step-64" : "training-step";
    public override string Script => "training_step";
    public override int PeerLimitGB => batch >= 32 ? 20 : 0;
    public override int? Turns => batch >= 32 ? 3 : null;
    public override string About => $"whole training step on features, B={batch}, T={Chosen} of U={candidates}, d={Width}";
    public override string Peer => "eager PyTorch of the same step";
    public override double AtLeast => PeerLimitGB > 0 ? double.NaN : 5;
    public override double Aim => PeerLimitGB > 0 ? double.NaN : 15;
    public override double Tolerance => _place.Precision == Backbones.Precision.Fp32 ? 2e-2 : 0.5;
    public override Place Where => _place;
    public override string Note => batch >= 32 ? "" : "Asked for at B=64, where the peer does not finish in 20 GB; the ratio is that of B=16, and both sides grow with B².";

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(2);
        _model = new GlobalLocalModel(_recipe.ModelConfig(Width));
        _model.to(_place.Device);
        _batch = new TrainingBatch(Random(batch, candidates, Width), Random(batch, candidates, Cells, Width), Random(batch, Width), Random(batch, Words, Width), Inputs.Mask(batch, Words).to(_place.Device));
        _objective = new TrainingObjective(_recipe, _model);
        _optimizer = optim.Adam(_model.parameters(), lr: 0.0);
        return
        [
            Inputs.Of("frames", _batch.Frames_BUD), Inputs.Of("regions", _batch.Regions_BUND), Inputs.Of("sentence", _batch.Sentence_BD), Inputs.Of("words", _batch.Words_BKD),
            Inputs.Of("mask", _batch.Mask_BK), NamedArray.OfInt64s("chosen", [], [Chosen]), .. Inputs.Of(_model).Select(a => a with { Name = a.Name.Replace("attention.", "", StringComparison.Ordinal) }),
        ];
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer!.zero_grad();
        Tensor total = Forward();
        total.backward();
        _optimizer.step();
        _loss = total.item<float>();
        _place.Synchronise();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        Run();
        return [_loss, .. _model!.named_parameters().Where(p => (p.name.StartsWith("vis_", StringComparison.Ordinal) || p.name.StartsWith("lang_", StringComparison.Ordinal)) && p.name.EndsWith("weight", StringComparison.Ordinal))
            .OrderBy(p => p.name, StringComparer.Ordinal).Select(p => Inputs.Norm(p.parameter.grad!))];
    }

    public override void Dispose()
    {
        _optimizer?.Dispose();
        _model?.Dispose();
        foreach (Tensor? tensor in new[] { _batch?.Frames_BUD, _batch?.Regions_BUND, _batch?.Sentence_BD, _batch?.Words_BKD, _batch?.Mask_BK })
            tensor?.Dispose();
        base.Dispose();
    }

    private Tensor Random(params long[] shape) => randn(shape, device: CPU).to(_place.Device);

    private Tensor Forward()
    {
        using IDisposable? mixed = _place.Enter();
        return _objective!.Loss(_batch!).Total;
    }
}
