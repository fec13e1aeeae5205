namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedulers of one optimiser, each changing the rate the one before it left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly List<LRScheduler> _schedulers;

                    /// <summary>The chain; the schedulers have made their first steps.</summary>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers) : this([.. schedulers])
                    {
                    }

                    private ChainedLR(List<LRScheduler> schedulers) : base(First(schedulers), 0) => _schedulers = schedulers;

                    /// <inheritdoc/>
                    public override void step()
                    {
                        _step_count++;
                        Epoch++;
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                        Remember(Rates);
                    }

                    internal override Dictionary<string, double> Export()
                    {
                        var state = base.Export();
                        foreach (var (k, scheduler) in _schedulers.Index())
                            foreach (var (name, value) in scheduler.Export())
                                state[$"{k}.{name}"] = value;
                        return state;
                    }

                    internal override void Import(IReadOnlyDictionary<string, double> state)
                    {
                        foreach (var (k, scheduler) in _schedulers.Index())
                            scheduler.Import(SchedulerNames.Below(state, k));
                        base.Import(state);
                    }

                    private static Optimizer First(List<LRScheduler> schedulers)
                    {
                        if (schedulers.Count == 0)
                            throw new ArgumentException("A chain needs at least one scheduler.", nameof(schedulers));
                        if (schedulers.Any(scheduler => scheduler.Optimizer != schedulers[0].Optimizer))
                            throw new ArgumentException("The schedulers of a chain must have one optimiser.", nameof(schedulers));
                        return schedulers[0].Optimizer;
                    }
                }
            }
        }
    }
}
