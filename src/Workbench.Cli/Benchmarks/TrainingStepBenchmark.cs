using TorchSharp;
using Workbench.Data;
using Workbench.Models;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>A whole training step on frozen features: selection, both losses, backward, Adam.</summary>
internal sealed class TrainingStepBenchmark : Benchmark
{
    private const int Batch = 16, Candidates = 16, Chosen = 8, Cells = 49, Words = 20, Width = 512;
    private readonly Recipe _recipe = new() { BatchSize = Batch, LearningRate = 1e-9 };
    private GlobalLocalModel? _model;
    private TrainingBatch? _batch;
    private TrainingObjective? _objective;
    private optim.Optimizer? _optimizer;
    private double _loss;

    public override string Name => "training-step";
    public override string About => $"whole training step on features, B={Batch}, T={Chosen} of U={Candidates}, d={Width}";
    public override string Peer => "eager PyTorch of the same step";
    public override double AtLeast => 5;
    public override double Aim => 15;
    public override double Tolerance => 2e-2;
    public override string Note => "Asked for at B=64, where the peer's batched products do not fit into this machine's memory; measured at B=16.";

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(2);
        _model = new GlobalLocalModel(_recipe.ModelConfig(Width));
        _batch = new TrainingBatch(randn(Batch, Candidates, Width), randn(Batch, Candidates, Cells, Width), randn(Batch, Width), randn(Batch, Words, Width), Inputs.Mask(Batch, Words));
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
        Tensor total = _objective!.Loss(_batch!).Total;
        total.backward();
        _optimizer.step();
        _loss = total.item<float>();
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
}
