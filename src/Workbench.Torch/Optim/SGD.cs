using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gradient descent, with momentum if wanted (Sutskever et al. 2013, as PyTorch writes it).</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    private static readonly Operator s_negative = new("aten::_foreach_neg");
    private static readonly Operator s_addScaled = new("aten::_foreach_add", "List");
    private static readonly Operator s_addScaledInPlace = new("aten::_foreach_add_", "List");
    private static readonly Operator s_multiply = new("aten::_foreach_mul_", "Scalar");

    /// <summary>One group with the given options.</summary>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0,
        double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Several groups; the given options are those a group leaves out.</summary>
    /// <exception cref="ArgumentException">A negative number, or Nesterov without momentum or with dampening.</exception>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0,
        double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!(lr >= 0 && momentum >= 0 && weight_decay >= 0))
            throw new ArgumentException(
                $"SGD needs lr, momentum and weight_decay of at least 0, not {lr}, {momentum}, {weight_decay}.");
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("Nesterov momentum needs a momentum and no dampening.", nameof(nesterov));
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The momentum of the first group; setting sets all groups'.</summary>
    public double Momentum
    {
        get => ((ParamGroup)_parameter_groups[0]).Momentum;
        set
        {
            foreach (var group in _parameter_groups)
                ((ParamGroup)group).Momentum = value;
        }
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        if (param_group.Options is not Options)
            param_group.Options = new Options { LearningRate = param_group.Options.LearningRate };
        var options = (Options)param_group.Options;
        var defaults = (Options)_defaults;
        options.momentum ??= defaults.momentum;
        options.dampening ??= defaults.dampening;
        options.weight_decay ??= defaults.weight_decay;
        options.nesterov ??= defaults.nesterov;
        options.maximize ??= defaults.maximize;
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            DisposeStates();
        base.Dispose(disposing);
    }

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        double momentum = options.momentum!.Value, decay = options.weight_decay!.Value;
        var (parameters, gradients, states) = Collect<State>(group);
        if (parameters.Length == 0)
            return;
        if (options.maximize!.Value)
            gradients = s_negative.CallList((Value)gradients);
        if (decay != 0)
            gradients = s_addScaled.CallList(gradients, parameters, decay);
        if (momentum != 0)
        {
            var buffers = Remember(states, gradients, momentum, 1 - options.dampening!.Value);
            gradients = options.nesterov!.Value ? s_addScaled.CallList(gradients, buffers, momentum) : buffers;
        }
        s_addScaledInPlace.CallVoid(parameters, gradients, -options.LearningRate!.Value);
    }

    private static Tensor[] Remember(State[] states, Tensor[] gradients, double momentum, double share)
    {
        int[] seen = [.. Enumerable.Range(0, states.Length).Where(k => states[k].momentum_buffer is not null)];
        if (seen.Length > 0)
        {
            Tensor[] buffers = [.. seen.Select(k => states[k].momentum_buffer!)];
            s_multiply.CallVoid(buffers, momentum);
            s_addScaledInPlace.CallVoid(buffers, (Tensor[])[.. seen.Select(k => gradients[k])], share);
        }
        for (var k = 0; k < states.Length; k++)
            states[k].momentum_buffer ??= gradients[k].clone().DetachFromDisposeScope();
        return [.. states.Select(state => state.momentum_buffer!)];
    }
}
