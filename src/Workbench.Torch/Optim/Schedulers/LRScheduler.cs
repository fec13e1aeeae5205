namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimiser's groups, step after step.</summary>
            public abstract class LRScheduler
            {
                /// <summary>How often <see cref="step()"/> has run; the constructor's own call is the first.</summary>
                protected int _step_count;

                private readonly bool _verbose;
                private double[] _baseRates = [];
                private double[] _lastRates = [];

                /// <summary>A scheduler of schedulers, without an optimiser of its own.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>A scheduler of an optimiser; subclasses end their constructor with a first step.</summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    _verbose = verbose;
                    Epoch = last_epoch;
                    _baseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    _lastRates = [.. Groups.Select(group => group.LearningRate)];
                }

                /// <summary>Whose rates are set.</summary>
                internal Optimizer Optimizer { get; } = null!;

                /// <summary>Steps since the first, which is number 0.</summary>
                internal int Epoch { get; set; }

                private protected IReadOnlyList<double> BaseRates => _baseRates;

                private protected IEnumerable<ILearningRateController> Groups => Optimizer.ParamGroups;

                private protected IEnumerable<double> Rates => Groups.Select(group => group.LearningRate);

                /// <summary>The rates set last.</summary>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>The next rates.</summary>
                public virtual void step() => step(null);

                /// <summary>The rates of a given epoch, or the next ones.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    Apply(epoch is null ? get_lr() : get_closed_form_lr());
                }

                /// <summary>The next rates by a measured value, which most schedulers ignore.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The next rates, from the present ones.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of an epoch, without regard to the present ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Runs the constructor's step again, for a scheduler inside another.</summary>
                internal void Restart()
                {
                    _step_count = 0;
                    step();
                }

                /// <summary>Everything that changes over time, as numbers by name.</summary>
                internal virtual Dictionary<string, double> Export()
                {
                    var state = new Dictionary<string, double> { ["epoch"] = Epoch, ["step_count"] = _step_count };
                    foreach (var (k, group) in Groups.Index())
                        state[$"rate.{k}"] = group.LearningRate;
                    foreach (var (k, rate) in _baseRates.Index())
                        state[$"base_rate.{k}"] = rate;
                    return state;
                }

                /// <summary>Takes over what <see cref="Export"/> gave, the optimiser's rates included.</summary>
                internal virtual void Import(IReadOnlyDictionary<string, double> state)
                {
                    Epoch = (int)state["epoch"];
                    _step_count = (int)state["step_count"];
                    _baseRates = [.. _baseRates.Select((_, k) => state[$"base_rate.{k}"])];
                    Apply([.. _baseRates.Select((_, k) => state[$"rate.{k}"])]);
                }

                private protected void Apply(IEnumerable<double> rates)
                {
                    _lastRates = [.. rates];
                    foreach (var (k, group) in Groups.Index())
                    {
                        group.LearningRate = _lastRates[k];
                        if (_verbose)
                            Console.WriteLine($"Epoch {Epoch}: learning rate of group {k} is {_lastRates[k]:E4}.");
                    }
                }

                private protected void Remember(IEnumerable<double> rates) => _lastRates = [.. rates];
            }
        }
    }
}
