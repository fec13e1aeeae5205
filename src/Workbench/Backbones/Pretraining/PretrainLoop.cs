using System.Diagnostics;
using TorchSharp.Modules;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>The steps of a pre-training run: counts them, reports them, writes checkpoints, and goes on from one.</summary>
/// <param name="name">What is reported.</param>
/// <param name="recipe">A checkpoint of another recipe is refused.</param>
/// <param name="steps">Steps in all.</param>
/// <param name="checkpointEvery">Steps between checkpoints.</param>
/// <param name="optimizer">Its state is kept beside the weights.</param>
internal sealed class PretrainLoop(string name, object recipe, int steps, int checkpointEvery, AdamW optimizer)
{
    /// <summary>Losses that are averaged in a report.</summary>
    private const int Recent = 50;

    public required Action<string> WriteWeights { get; init; }

    public required Action<ITensorFile> ReadWeights { get; init; }

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    /// <summary>Seconds of training, those before an interruption included.</summary>
    public double Seconds { get; private set; }

    /// <summary>Trains to the last step.</summary>
    /// <param name="checkpoint">A folder to go on from and to write checkpoints into; null for none.</param>
    /// <param name="begin">Told the first step, before it.</param>
    /// <param name="learn">Does a step and returns its loss.</param>
    /// <param name="progress">One report a step, with the mean loss of the last 50.</param>
    /// <param name="cancellation">Stops after the running step; what was done since the last checkpoint is kept in a checkpoint.</param>
    /// <returns>The mean loss of the last 50 steps.</returns>
    public double Run(string? checkpoint, Action<int> begin, Func<double> learn, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        if (checkpoint is not null && PretrainCheckpoint.TryLoad(checkpoint, recipe, ReadWeights, optimizer) is var (step, seconds))
            (Step, Seconds) = (step, seconds);
        begin(Step);
        double before = Seconds;
        var clock = Stopwatch.StartNew();
        var recent = new Queue<double>();
        while (Step < steps)
        {
            if (cancellation.IsCancellationRequested)
            {
                if (checkpoint is not null)
                    PretrainCheckpoint.Save(checkpoint, recipe, Step, Seconds, WriteWeights, optimizer);
                cancellation.ThrowIfCancellationRequested();
            }

            recent.Enqueue(learn());
            if (recent.Count > Recent)
                recent.Dequeue();
            Step++;
            Seconds = before + clock.Elapsed.TotalSeconds;
            progress?.Report(new ProgressReport(name, Step, steps, $"loss {recent.Average():F3}"));
            if (checkpoint is not null && (Step % checkpointEvery == 0 || Step == steps))
                PretrainCheckpoint.Save(checkpoint, recipe, Step, Seconds, WriteWeights, optimizer);
        }

        return recent.Count > 0 ? recent.Average() : double.NaN;
    }

    /// <summary>A linear rise over the warm-up, then half a cosine to 0.</summary>
    public static void SetLearningRate(AdamW optimizer, int step, int steps, int warmUp, double highest)
    {
        double done = (double)(step - warmUp) / Math.Max(1, steps - warmUp);
        double rate = step < warmUp ? highest * (step + 1) / warmUp : highest * 0.5 * (1 + Math.Cos(Math.PI * done));
        foreach (ParamGroup group in optimizer.ParamGroups)
            group.LearningRate = rate;
    }
}
