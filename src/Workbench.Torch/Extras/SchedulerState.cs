#if TORCHSHARP
using System.Reflection;
#endif
using static TorchSharp.torch.optim.lr_scheduler;

namespace Workbench.Torch;

/// <summary>A learning-rate scheduler's state as numbers by name, for checkpoints.</summary>
public static class SchedulerState
{
    /// <summary>Everything of the scheduler that changes over time, the present rates included.</summary>
    public static IReadOnlyDictionary<string, double> Export(LRScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
#if TORCHSHARP
        return Fields(scheduler).ToDictionary(entry => entry.Name, entry => Convert.ToDouble(entry.Field.GetValue(scheduler)));
#else
        return scheduler.Export();
#endif
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
#if TORCHSHARP
        foreach (var (name, field) in Fields(scheduler))
            field.SetValue(scheduler, Convert.ChangeType(state[name], field.FieldType));
#else
        scheduler.Import(state);
#endif
    }

#if TORCHSHARP
    // TorchSharp's schedulers have no state dict: their numbers are read where they lie. The rates are in the optimiser.
    private static IEnumerable<(string Name, FieldInfo Field)> Fields(LRScheduler scheduler)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = scheduler.GetType(); type != typeof(object) && type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(Own))
                if (field.FieldType == typeof(int) || field.FieldType == typeof(double))
                    yield return ($"{type.Name}.{field.Name}", field);
    }
#endif
}
