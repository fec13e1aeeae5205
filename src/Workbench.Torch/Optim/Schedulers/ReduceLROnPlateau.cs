namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor when a measured value has not improved for some steps.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _minimize;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _least;
                    private readonly double _smallestChange;
                    private double _best;
                    private int _badSteps;
                    private int _cooling;

                    /// <summary>The scheduler.</summary>
                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="mode">"min" or "max": which way the value improves.</param>
                    /// <param name="factor">Below 1.</param>
                    /// <param name="patience">Steps without improvement that are let pass.</param>
                    /// <param name="threshold">What counts as an improvement.</param>
                    /// <param name="threshold_mode">"rel" (a share of the best value) or "abs".</param>
                    /// <param name="cooldown">Steps after a change that are not counted.</param>
                    /// <param name="min_lr">Least rates, one a group or one for all.</param>
                    /// <param name="eps">A smaller change of the rate is not made.</param>
                    /// <param name="verbose">Writes each change to the console.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                        double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0,
                        IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, 0, verbose)
                    {
                        if (factor >= 1)
                            throw new ArgumentException($"The factor must be below 1, not {factor}.", nameof(factor));
                        if (mode is not ("min" or "max"))
                            throw new ArgumentException($"The mode is min or max, not {mode}.", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs"))
                            throw new ArgumentException($"The threshold mode is rel or abs, not {threshold_mode}.", nameof(threshold_mode));
                        _least = Least(min_lr);
                        (_minimize, _relative) = (mode == "min", threshold_mode == "rel");
                        (_factor, _patience, _threshold, _cooldown) = (factor, patience, threshold, cooldown);
                        _smallestChange = eps;
                        _best = _minimize ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    /// <summary>Refuses: the scheduler needs a value.</summary>
                    public override void step() => throw new InvalidOperationException("ReduceLROnPlateau needs step(value).");

                    /// <summary>Refuses: the scheduler needs a value.</summary>
                    public override void step(int? epoch) => step();

                    /// <inheritdoc/>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        Epoch = epoch ?? Epoch + 1;
                        if (Improves(current))
                            (_best, _badSteps) = (current, 0);
                        else
                            _badSteps++;
                        if (_cooling > 0)
                            (_cooling, _badSteps) = (_cooling - 1, 0);
                        if (_badSteps > _patience)
                        {
                            Apply([.. Rates.Select(Reduced)]);
                            (_cooling, _badSteps) = (_cooldown, 0);
                        }
                        Remember(Rates);
                    }

                    internal override Dictionary<string, double> Export() => new(base.Export())
                    {
                        ["best"] = _best,
                        ["bad_steps"] = _badSteps,
                        ["cooling"] = _cooling,
                    };

                    internal override void Import(IReadOnlyDictionary<string, double> state)
                    {
                        base.Import(state);
                        _best = state["best"];
                        _badSteps = (int)state["bad_steps"];
                        _cooling = (int)state["cooling"];
                    }

                    private bool Improves(double value) => (_minimize, _relative) switch
                    {
                        (true, true) => value < _best * (1 - _threshold),
                        (true, false) => value < _best - _threshold,
                        (false, true) => value > _best * (1 + _threshold),
                        (false, false) => value > _best + _threshold,
                    };

                    private double Reduced(double rate, int group)
                    {
                        var reduced = Math.Max(rate * _factor, _least[group]);
                        return rate - reduced > _smallestChange ? reduced : rate;
                    }

                    private double[] Least(IList<double>? given) => given switch
                    {
                        null => new double[BaseRates.Count],
                        { Count: 1 } => [.. Enumerable.Repeat(given[0], BaseRates.Count)],
                        _ when given.Count == BaseRates.Count => [.. given],
                        _ => throw new ArgumentException($"{given.Count} least rates for {BaseRates.Count} groups.", nameof(given)),
                    };
                }
            }
        }
    }
}
