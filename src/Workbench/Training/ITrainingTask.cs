using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>What <see cref="TrainingLoop{TBatch}"/> is told about a run.</summary>
/// <typeparam name="TBatch">What is read for a step, without tensors.</typeparam>
public interface ITrainingTask<TBatch> where TBatch : class
{
    /// <summary>Shown beside the progress.</summary>
    string Name { get; }

    nn.Module Model { get; }

    /// <summary>All steps.</summary>
    int Steps { get; }

    /// <summary>Where chance starts from.</summary>
    long Seed { get; }

    /// <summary>Everything that decides the run, as JSON: a checkpoint of other settings is refused.</summary>
    string Settings { get; }

    optim.Optimizer NewOptimizer();

    /// <summary>The rate of a step by its number, 0 for the first.</summary>
    double LearningRate(int number);

    /// <summary>Reads a step's batch by its number, on another thread; depends on the seed and the number alone.</summary>
    TBatch Read(int number);

    /// <summary>The loss of a batch, and what to say beside it, or null.</summary>
    (Tensor Loss, string? Note) Loss(TBatch batch, Device device);

    /// <summary>What happens to gradients before the step; nothing where a task does not say.</summary>
    void AfterBackward()
    {
    }
}
