namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// Half a cosine from the initial rate down to a least one over T_max steps, and up again after it
                /// (Loshchilov and Hutter 2017, without restarts).
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _steps;
                    private readonly double _least;

                    /// <summary>The scheduler, its first step done.</summary>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = T_max;
                        _least = eta_min;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates;
                        if (_step_count == 1)
                            return get_closed_form_lr();
                        // Just past the bottom the recursion would divide by zero.
                        if ((Epoch - 1 - _steps) % (2 * _steps) == 0)
                            return Rates.Zip(
                                BaseRates, (rate, first) => rate + (first - _least) * (1 - Math.Cos(Math.PI / _steps)) / 2);
                        var ratio = (1 + Math.Cos(Math.PI * Epoch / _steps)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _steps));
                        return Rates.Select(rate => ratio * (rate - _least) + _least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(first => _least + (first - _least) * (1 + Math.Cos(Math.PI * Epoch / _steps)) / 2);
                }
            }
        }
    }
}
