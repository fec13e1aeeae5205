using static TorchSharp.torch.optim.lr_scheduler;

namespace Workbench.Torch;

/// <summary>
/// A learning-rate scheduler's state as numbers by name, for checkpoints. A plateau's best value is infinite before its
/// first step.
/// </summary>
public static class SchedulerState
{
    /// <summary>Everything of the scheduler that changes over time, the present rates included.</summary>
    public static IReadOnlyDictionary<string, double> Export(LRScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return scheduler.Export();
    }

    /// <summary>Takes over an exported state; the optimiser's rates become those of the state.</summary>
    /// <exception cref="ArgumentException">The state is another kind of scheduler's, or of other groups.</exception>
    public static void Import(LRScheduler scheduler, IReadOnlyDictionary<string, double> state)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(state);
        var own = Export(scheduler);
        if (!own.Keys.ToHashSet().SetEquals(state.Keys))
            throw new ArgumentException(
                $"The state holds [{string.Join(", ", state.Keys.Order())}], the scheduler needs"
                + $" [{string.Join(", ", own.Keys.Order())}].", nameof(state));
        scheduler.Import(state);
    }
}
