using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimisers share: options with defaults, a state for each parameter, saving and loading.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    /// <summary>The options of groups that give none.</summary>
    protected OptimizerOptions _defaults = new();

    /// <summary>The parameters' states by native handle.</summary>
    protected internal readonly OrderedDict<IntPtr, OptimizerState> _state = [];

    /// <summary>An optimiser without groups.</summary>
    protected OptimizerHelper()
    {
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        base.add_param_group(param_group);
        param_group.Parameters = [.. param_group.Parameters];
        var options = param_group.Options;
        options.LearningRate ??= _defaults.LearningRate;
        options.InitialLearningRate = options.LearningRate!.Value;
        foreach (var parameter in param_group.Parameters)
        {
            var state = NewState(parameter);
            state.Initialize(options);
            _state[parameter.Handle] = state;
        }
    }

    /// <summary>Options and states for saving; the states are the optimiser's own, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var saved = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            saved.Options.Add(group.Options);
            var numbers = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                numbers.Add(saved.State.Count);
                saved.State.Add(_state[parameter.Handle]);
            }
            saved.StateIndexRef.Add(numbers);
        }
        return saved;
    }

    /// <summary>Takes over options and states of an optimiser with the same groups.</summary>
    /// <exception cref="ArgumentException">Another number of groups or parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        CheckCounts(state_dict.Options.Count, state_dict.State.Count, own);
        for (var k = 0; k < own.Options.Count; k++)
            if (!ReferenceEquals(own.Options[k], state_dict.Options[k]))
                own.Options[k].LoadStateDict(state_dict.Options[k]);
        for (var k = 0; k < own.State.Count; k++)
            if (!ReferenceEquals(own.State[k], state_dict.State[k]))
                own.State[k].LoadStateDict(state_dict.State[k]);
    }

    /// <summary>Writes a file that <see cref="load_state_dict(string)"/> reads; it appears only when complete.</summary>
    public void save_state_dict(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var unfinished = location + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
            save_state_dict(writer);
        File.Move(unfinished, location, overwrite: true);
    }

    /// <summary>
    /// Writes the optimiser's name, the counts of groups and parameters (7-bit encoded), each group's options, each
    /// parameter's state.
    /// </summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var saved = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(saved.Options.Count);
        writer.Write7BitEncodedInt64(saved.State.Count);
        foreach (var options in saved.Options)
            options.SaveStateDict(writer);
        foreach (var state in saved.State)
            state.SaveStateDict(writer);
    }

    /// <summary>Reads a file of <see cref="save_state_dict(string)"/>.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Written by another kind of optimiser, or damaged.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"The state belongs to {name}, this optimiser is {GetType().Name}.");
        var own = state_dict();
        CheckCounts(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), own);
        foreach (var options in own.Options)
            options.LoadStateDict(reader);
        foreach (var state in own.State)
            state.LoadStateDict(reader);
    }

    /// <summary>Moves the states to a device. Parameters are moved by their module.</summary>
    public void to(Device device)
    {
        foreach (var state in _state.Values)
            state.to(device);
    }

    /// <summary>Runs the closure, if any, then the update of each group without history.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null) where T : ParamGroup
    {
        ArgumentNullException.ThrowIfNull(body);
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var withHistory = enable_grad();
            loss = loss_closure();
        }
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
            body((T)group);
        return loss;
    }

    private protected void DisposeStates()
    {
        foreach (var state in _state.Values)
            (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    /// <summary>The kind of state this optimiser keeps, still empty.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>The group's parameters that have a gradient, the gradients, and the states.</summary>
    private protected (Tensor[] Parameters, Tensor[] Gradients, T[] States) Collect<T>(ParamGroup group)
        where T : OptimizerState
    {
        var parameters = new List<Tensor>();
        var gradients = new List<Tensor>();
        var states = new List<T>();
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is not { } gradient)
                continue;
            parameters.Add(parameter);
            gradients.Add(gradient);
            states.Add((T)_state[parameter.Handle]);
        }
        return ([.. parameters], [.. gradients], [.. states]);
    }

    private static void CheckCounts(long groups, long parameters, StateDictionary own)
    {
        if (groups != own.Options.Count || parameters != own.State.Count)
            throw new ArgumentException(
                $"The state has {groups} groups and {parameters} parameters, the optimiser {own.Options.Count} and"
                + $" {own.State.Count}.");
    }
}
