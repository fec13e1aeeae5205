using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance norms share: weight, bias and running statistics per channel of (N, C, …).</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;
    private Tensor? _runningMean;
    private Tensor? _runningVar;
    private Tensor? _batchesTracked;

    /// <summary>A norm over this many channels.</summary>
    protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            register_parameter(nameof(weight), _weight = Parameters.Empty(device, dtype, num_features));
            register_parameter(nameof(bias), _bias = Parameters.Empty(device, dtype, num_features));
        }
        if (track_running_stats)
        {
            register_buffer(nameof(running_mean), _runningMean = zeros(num_features, dtype: dtype, device: device));
            register_buffer(nameof(running_var), _runningVar = ones(num_features, dtype: dtype, device: device));
            _batchesTracked = tensor(0L, dtype: ScalarType.Int64, device: device);
            register_buffer(nameof(num_batches_tracked), _batchesTracked);
        }
        reset_parameters();
    }

    /// <summary>C.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of the new batch in the running statistics; null for their plain mean over all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are weight and bias.</summary>
    public bool affine { get; }

    /// <summary>Whether running statistics are kept.</summary>
    public bool track_running_stats { get; }

    /// <summary>(C), or null.</summary>
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary>(C), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    /// <summary>(C), or null.</summary>
    public Tensor? running_mean
    {
        get => _runningMean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), _runningMean = value);
    }

    /// <summary>(C), or null.</summary>
    public Tensor? running_var
    {
        get => _runningVar;
        set => ConditionallyRegisterBuffer(nameof(running_var), _runningVar = value);
    }

    /// <summary>How many batches the running statistics have seen, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => _batchesTracked;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), _batchesTracked = value);
    }

    /// <summary>Running mean 0, running variance 1, no batch seen.</summary>
    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(_runningMean!);
        nn.init.ones_(_runningVar!);
        nn.init.zeros_(_batchesTracked!);
    }

    /// <summary>Weight 1, bias 0, statistics forgotten.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (_weight is not null)
            nn.init.ones_(_weight);
        if (_bias is not null)
            nn.init.zeros_(_bias);
    }

    /// <summary>Refuses an input of the wrong number of dimensions.</summary>
    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void Require(Tensor input, string shapes, params ReadOnlySpan<long> dimensions)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!dimensions.Contains(input.dim()))
            throw new ArgumentException($"{GetName()} takes {shapes}, not [{string.Join(", ", input.shape)}].", nameof(input));
    }
}
