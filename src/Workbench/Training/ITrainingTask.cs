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

    /// <summary>Everything that decides the run, as JSON: a checkpoint of other settings is refused.</summary>
    string Settings { get; }

    optim.Optimizer NewOptimizer();

    /// <summary>The rate of a step.</summary>
    /// <param name="number">Its number, 0 for the first.</param>
    /// <param name="losses">The losses of all steps before it.</param>
    double LearningRate(int number, IReadOnlyList<float> losses);

    /// <summary>Where chance (dropout) starts from in a step, so that it draws after a restart what it drew before; null where a step draws nothing.</summary>
    long? SeedOf(int number) => null;

    /// <summary>Reads a step's batch by its number, on another thread; depends on the seed and the number alone.</summary>
    TBatch Read(int number);

    /// <summary>The loss of a batch, and what to say beside it, or null.</summary>
    (Tensor Loss, string? Note) Loss(TBatch batch, Device device);

    /// <summary>What happens to gradients before the step; nothing where a task does not say.</summary>
    void AfterBackward(int number)
    {
    }

    /// <summary>Called with the number of steps done, the model in training mode; what it changes there it must put back.</summary>
    void AfterStep(int done)
    {
    }

    /// <summary>A backbone that is trained too, whose state the checkpoints keep; null for none.</summary>
    BackboneTuning? Tuning => null;

    /// <summary>Called when training has ended.</summary>
    /// <param name="trained">False where the checkpoint was finished already.</param>
    /// <returns>The backbone that the finished checkpoint is to name, where it is not that of the options.</returns>
    string? Finish(bool trained) => null;
}
