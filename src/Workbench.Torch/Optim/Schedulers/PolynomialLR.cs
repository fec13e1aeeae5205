namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times (1 - step / total) to a power, then zero.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly double _power;

                    /// <summary>The scheduler, its first step done.</summary>
                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = total_iters;
                        _power = power;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 || Epoch > _steps
                            ? Rates
                            : Rates.Select(rate => rate * Math.Pow(
                                (1 - (double)Epoch / _steps) / (1 - (Epoch - 1.0) / _steps), _power));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Math.Pow(1 - (double)Math.Min(_steps, Epoch) / _steps, _power));
                }
            }
        }
    }
}
