using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>
/// Runs the steps of a <see cref="ITrainingTask{TBatch}"/>: the next batch is read while one is trained on, and a run that was interrupted or killed goes on from its
/// checkpoint with the same batches, the same dropout, the same optimiser state and so the same numbers.
/// </summary>
public sealed class TrainingLoop<TBatch>(ITrainingTask<TBatch> task, TrainerOptions? options = null) where TBatch : class
{
    private readonly TrainerOptions options = options ?? new TrainerOptions();

    /// <summary>Trains to the end, from the checkpoint where there is one; leaves the model in evaluation mode.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the checkpoint holds everything done so far.</exception>
    /// <exception cref="InvalidOperationException">A loss is not finite.</exception>
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        using IDisposable withGradients = enable_grad(); // Whoever trains in a notebook may have turned them off before.
        nn.Module model = task.Model;
        Device device = model.parameters().First().device;
        using optim.Optimizer optimizer = task.NewOptimizer();
        int step = 0;
        List<float> losses = [];
        if (options.CheckpointPath is not null && File.Exists(options.CheckpointPath))
            (step, losses) = Checkpoint.Resume(options.CheckpointPath, model, optimizer, task.Settings, task.Tuning);
        int resumed = step;
        long start = options.Time.GetTimestamp(), saved = start;
        var durations = new List<double>();

        model.train();
        Task<TBatch> next = Load(step);
        while (step < task.Steps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(optimizer, step, losses);
                cancellation.ThrowIfCancellationRequested();
            }

            long begun = options.Time.GetTimestamp();
            TBatch batch = next.GetAwaiter().GetResult();
            next = Load(step + 1);
            (float loss, string? note) = Step(optimizer, batch, device, step, losses);
            losses.Add(loss);
            step++;
            durations.Add(options.Time.GetElapsedTime(begun).TotalMilliseconds);
            progress?.Report(new ProgressReport($"train {task.Name}", step, task.Steps, note is null ? $"loss {loss:0.000}" : $"loss {loss:0.000} ({note})"));
            task.AfterStep(step);
            if (options.Time.GetElapsedTime(saved) < options.CheckpointEvery)
                continue;
            Save(optimizer, step, losses);
            saved = options.Time.GetTimestamp();
        }

        string? tuned = task.Finish(trained: step > resumed);
        if (step > resumed)
            Save(optimizer, step, losses, tuned);
        model.eval();
        return new TrainingResult(step, losses, options.Time.GetElapsedTime(start).TotalSeconds, durations.Count > 0 ? Median.Of(durations) : 0, resumed);
    }

    private Task<TBatch> Load(int step) => step < task.Steps ? Task.Run(() => task.Read(step)) : Task.FromResult<TBatch>(null!);

    private (float Loss, string? Note) Step(optim.Optimizer optimizer, TBatch batch, Device device, int step, IReadOnlyList<float> losses)
    {
        using DisposeScope scope = NewDisposeScope();
        if (task.SeedOf(step) is { } seed)
            manual_seed(seed);
        double rate = task.LearningRate(step, losses);
        double first = optimizer.ParamGroups.First().InitialLearningRate;
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate * (group.InitialLearningRate / first); // Groups keep the proportions that they were made with.
        optimizer.zero_grad();
        (Tensor loss, string? note) = task.Loss(batch, device);
        float value = loss.item<float>();
        if (!float.IsFinite(value))
            throw new InvalidOperationException($"The loss of step {step} is {value}; lower the learning rate ({rate}) or check the features.");
        loss.backward();
        task.AfterBackward(step);
        optimizer.step();
        return (value, note);
    }

    private void Save(optim.Optimizer optimizer, int step, List<float> losses, string? tuned = null)
    {
        if (options.CheckpointPath is not null)
            Checkpoint.Write(options.CheckpointPath, task.Model, optimizer, step, losses, task.Settings, tuned ?? options.Backbone, task.Tuning);
    }
}
