namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The initial rate times a factor that goes linearly from one value to another: a warm-up.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _steps;

                    /// <summary>The scheduler, its first step done.</summary>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (start_factor is not (> 0 and <= 1) || end_factor is not (>= 0 and <= 1))
                            throw new ArgumentException(
                                $"start_factor must lie in (0, 1] and end_factor in [0, 1], not {start_factor} and {end_factor}.");
                        _start = start_factor;
                        _end = end_factor;
                        _steps = total_iters;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Rates.Select(rate => rate * _start)
                        : Epoch > _steps ? Rates
                        : Rates.Select(rate =>
                            rate * (1 + (_end - _start) / (_steps * _start + (Epoch - 1) * (_end - _start))));

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate =>
                            rate * (_start + (_end - _start) * Math.Min(_steps, Epoch) / _steps));
                }
            }
        }
    }
}
