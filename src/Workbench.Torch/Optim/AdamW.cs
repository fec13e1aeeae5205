using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>AdamW: the decay shrinks the parameter, apart from the gradient.</summary>
public partial class AdamW : OptimizerHelper, optim.IBetas
{
    /// <summary>One group with the given options.</summary>
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Several groups; the given options are those a group leaves out.</summary>
    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        AdamUpdate.Check(lr, beta1, beta2, eps, weight_decay);
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The two decay rates: those of the first group; setting sets all groups'.</summary>
    public (double, double) Betas
    {
        get => ((ParamGroup)_parameter_groups[0]).Betas;
        set
        {
            foreach (var group in _parameter_groups)
                ((ParamGroup)group).Betas = value;
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
        options.beta1 ??= defaults.beta1;
        options.beta2 ??= defaults.beta2;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.amsgrad ??= defaults.amsgrad;
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
        var settings = new AdamUpdate.Settings(
            options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
            options.weight_decay!.Value, Decoupled: true, options.amsgrad!.Value, options.maximize!.Value);
        var (parameters, gradients, states) = Collect<State>(group);
        // Parameters that have missed steps have their own bias correction.
        foreach (var together in Enumerable.Range(0, states.Length).GroupBy(k => ++states[k].step))
        {
            int[] members = [.. together];
            AdamUpdate.Apply(
                Pick(k => parameters[k]), Pick(k => gradients[k]), Pick(k => states[k].exp_avg!),
                Pick(k => states[k].exp_avg_sq!), settings.AmsGrad ? Pick(k => states[k].max_exp_avg_sq!) : [],
                together.Key, settings);

            Tensor[] Pick(Func<int, Tensor> of) => Array.ConvertAll(members, k => of(k));
        }
    }
}
