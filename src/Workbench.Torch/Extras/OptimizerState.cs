using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// An optimiser's state as tensors by name, for checkpoints: "NAME.exp_avg", "NAME.exp_avg_sq",
/// "NAME.max_exp_avg_sq" (AMSGrad), "NAME.momentum_buffer" and "NAME.step" (one 64-bit integer) for each parameter
/// NAME. Learning rates are not in it: they belong to the recipe and the scheduler.
/// </summary>
public static class OptimizerState
{
    /// <summary>Copies of the state's tensors, on the state's device; the caller owns them.</summary>
    /// <exception cref="ArgumentException">A kind of optimiser not known here, or a parameter that has no name.</exception>
    public static IReadOnlyDictionary<string, Tensor> Export(
        optim.Optimizer optimizer, IEnumerable<(string Name, Parameter Parameter)> named)
    {
        using var _ = no_grad();
        var exported = new Dictionary<string, Tensor>();
        foreach (var (name, state) in States(optimizer, named))
            foreach (var (field, value) in Fields(state))
                if (value is not null)
                    exported.Add($"{name}.{field}", value is Tensor held ? held.clone() : tensor((long)value));
        return exported;
    }

    /// <summary>Takes over an exported state.</summary>
    /// <exception cref="ArgumentException">Names every entry that is missing, unexpected or misshapen; nothing has changed then.</exception>
    public static void Import(
        optim.Optimizer optimizer, IEnumerable<(string Name, Parameter Parameter)> named,
        IReadOnlyDictionary<string, Tensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var parameters = named.ToList();
        var states = States(optimizer, parameters).ToList();
        Check(states, parameters.ToDictionary(entry => entry.Name, entry => entry.Parameter), state);
        using var _ = no_grad();
        foreach (var (name, own) in states)
            Fill(own, field => state.GetValueOrDefault($"{name}.{field}"));
    }

    private static IEnumerable<(string Name, TorchSharp.Modules.OptimizerState State)> States(
        optim.Optimizer optimizer, IEnumerable<(string Name, Parameter Parameter)> named)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(named);
        if (optimizer is not OptimizerHelper helper)
            throw new ArgumentException($"The state of {optimizer.GetType().Name} cannot be exported.", nameof(optimizer));
        var names = new Dictionary<Parameter, string>(ReferenceEqualityComparer.Instance);
        foreach (var (name, parameter) in named)
            names.TryAdd(parameter, name);
        var states = helper.state_dict().State;
        foreach (var (k, parameter) in helper.parameters().Index())
            yield return (
                names.GetValueOrDefault(parameter)
                ?? throw new ArgumentException($"Parameter {k} of the optimiser has no name.", nameof(named)),
                states[k]);
    }

    private static IEnumerable<(string Field, object? Value)> Fields(TorchSharp.Modules.OptimizerState state) => state switch
    {
        AdamW.State s => [("step", s.step), ("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq), ("max_exp_avg_sq", s.max_exp_avg_sq)],
        Adam.State s => [("step", s.step), ("exp_avg", s.exp_avg), ("exp_avg_sq", s.exp_avg_sq), ("max_exp_avg_sq", s.max_exp_avg_sq)],
        SGD.State s => [("momentum_buffer", s.momentum_buffer)],
        _ => throw new ArgumentException($"A state of {state.GetType()} cannot be exported.", nameof(state)),
    };

    private static void Fill(TorchSharp.Modules.OptimizerState state, Func<string, Tensor?> value)
    {
        switch (state)
        {
            case AdamW.State s:
                s.step = value("step")!.item<long>();
                Copy(s.exp_avg, value("exp_avg"));
                Copy(s.exp_avg_sq, value("exp_avg_sq"));
                Copy(s.max_exp_avg_sq, value("max_exp_avg_sq"));
                break;
            case Adam.State s:
                s.step = value("step")!.item<long>();
                Copy(s.exp_avg, value("exp_avg"));
                Copy(s.exp_avg_sq, value("exp_avg_sq"));
                Copy(s.max_exp_avg_sq, value("max_exp_avg_sq"));
                break;
            case SGD.State s:
                s.momentum_buffer?.Dispose();
                s.momentum_buffer = value("momentum_buffer")?.clone().DetachFromDisposeScope();
                break;
        }
    }

    private static void Copy(Tensor? to, Tensor? from)
    {
        if (to is not null && from is not null)
            to.copy_(from);
    }

    private static void Check(
        List<(string Name, TorchSharp.Modules.OptimizerState State)> states, Dictionary<string, Parameter> parameters,
        IReadOnlyDictionary<string, Tensor> given)
    {
        var wrong = new List<string>();
        var known = new HashSet<string>();
        foreach (var (name, state) in states)
            foreach (var (field, value) in Fields(state))
            {
                var key = $"{name}.{field}";
                known.Add(key);
                // A momentum is there only after a first step; the others always.
                var isOptional = value is null;
                if (!given.TryGetValue(key, out var tensor))
                {
                    if (!isOptional)
                        wrong.Add($"{key} is missing");
                }
                else if (isOptional && field != "momentum_buffer")
                    wrong.Add($"{key} is unexpected");
                else if (field != "step" && !tensor.shape.SequenceEqual(parameters[name].shape))
                    wrong.Add($"{key} is [{string.Join(", ", tensor.shape)}], expected [{string.Join(", ", parameters[name].shape)}]");
            }
        wrong.AddRange(given.Keys.Where(key => !known.Contains(key)).Select(key => $"{key} is unexpected"));
        if (wrong.Count > 0)
            throw new ArgumentException($"The optimiser's state does not fit: {string.Join("; ", wrong)}.", nameof(given));
    }
}
