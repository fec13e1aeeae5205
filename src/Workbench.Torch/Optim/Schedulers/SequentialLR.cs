namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One scheduler after the other, changing at milestones: a warm-up before a cosine, say.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly List<LRScheduler> _schedulers;
                    private readonly List<int> _milestones;

                    /// <summary>The sequence, the first scheduler's first step done.</summary>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (_schedulers.Count != _milestones.Count + 1)
                            throw new ArgumentException(
                                $"{_schedulers.Count} schedulers need {_schedulers.Count - 1} milestones, not {_milestones.Count}.",
                                nameof(milestones));
                        // Each scheduler has made its first step already; only the first one's counts.
                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler.Epoch--;
                        _schedulers[0].Restart();
                        Remember(Rates);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var turn = _milestones.Count(at => at <= Epoch);
                        if (turn > 0 && _milestones[turn - 1] == Epoch)
                            _schedulers[turn].step((int?)0);
                        else
                            _schedulers[turn].step();
                        return [.. Rates];
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
                }
            }
        }
    }
}
