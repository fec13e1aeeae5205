using System.Reflection;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Workbench.Torch;

/// <summary>
/// A learning-rate scheduler's state as numbers by name, for checkpoints. TorchSharp's schedulers have no state dict, so
/// their numbers are read where they lie; the present rates are the optimiser's to keep.
/// </summary>
public static class SchedulerState
{
    /// <summary>Every whole and real number of the scheduler.</summary>
    public static IReadOnlyDictionary<string, double> Export(LRScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return Fields(scheduler).ToDictionary(entry => entry.Name, entry => Convert.ToDouble(entry.Field.GetValue(scheduler)));
    }

    /// <summary>Takes over an exported state.</summary>
    /// <exception cref="ArgumentException">The state is another kind of scheduler's.</exception>
    public static void Import(LRScheduler scheduler, IReadOnlyDictionary<string, double> state)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(state);
        var fields = Fields(scheduler).ToList();
        if (!fields.Select(entry => entry.Name).ToHashSet().SetEquals(state.Keys))
            throw new ArgumentException("The state is another kind of scheduler's.", nameof(state));
        foreach (var (name, field) in fields)
            field.SetValue(scheduler, Convert.ChangeType(state[name], field.FieldType));
    }

    private static IEnumerable<(string Name, FieldInfo Field)> Fields(LRScheduler scheduler)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = scheduler.GetType(); type != typeof(object) && type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(Own))
                if (field.FieldType == typeof(int) || field.FieldType == typeof(double))
                    yield return ($"{type.Name}.{field.Name}", field);
    }
}
