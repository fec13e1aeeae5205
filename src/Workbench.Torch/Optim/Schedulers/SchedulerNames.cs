namespace TorchSharp;

/// <summary>Names in the state of a scheduler made of schedulers: "1.epoch" is the second one's "epoch".</summary>
internal static class SchedulerNames
{
    /// <summary>The part of a state that belongs to one of the schedulers.</summary>
    public static Dictionary<string, double> Below(IReadOnlyDictionary<string, double> state, int scheduler)
    {
        var prefix = $"{scheduler}.";
        return state.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);
    }
}
