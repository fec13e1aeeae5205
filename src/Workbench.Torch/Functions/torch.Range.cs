using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Sequences, grids and windows.</summary>
public static partial class torch
{
    private static readonly Operator ArangeOp = new("aten::arange");
    private static readonly Operator ArangeStartOp = new("aten::arange", "start");
    private static readonly Operator ArangeStartStepOp = new("aten::arange", "start_step");
    private static readonly Operator BartlettWindowPeriodicOp = new("aten::bartlett_window", "periodic");
    private static readonly Operator BlackmanWindowPeriodicOp = new("aten::blackman_window", "periodic");
    private static readonly Operator EmptyStridedOp = new("aten::empty_strided");
    private static readonly Operator EyeMOp = new("aten::eye", "m");
    private static readonly Operator HammingWindowPeriodicAlphaBetaOp = new("aten::hamming_window", "periodic_alpha_beta");
    private static readonly Operator HannWindowPeriodicOp = new("aten::hann_window", "periodic");
    private static readonly Operator KaiserWindowBetaOp = new("aten::kaiser_window", "beta");
    private static readonly Operator LinspaceOp = new("aten::linspace");
    private static readonly Operator LogspaceOp = new("aten::logspace");
    private static readonly Operator SparseCooTensorIndicesSizeOp = new("aten::sparse_coo_tensor", "indices_size");
    private static readonly Operator TrilIndicesOp = new("aten::tril_indices");
    private static readonly Operator TriuIndicesOp = new("aten::triu_indices");

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(ArangeOp.Call(stop, dtype, Value.None, At(device)), requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(ArangeStartOp.Call(start, stop, dtype, Value.None, At(device)), requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(ArangeStartStepOp.Call(start, stop, step, dtype, Value.None, At(device)), requires_grad);

    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(BartlettWindowPeriodicOp.Call(len, periodic, dtype, Value.None, At(device)), requires_grad);

    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(BlackmanWindowPeriodicOp.Call(len, periodic, dtype, Value.None, At(device)), requires_grad);

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(EmptyStridedOp.Call(size, strides, dtype, Value.None, At(device)), requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(EyeMOp.Call(rows, columns < 0 ? rows : columns, dtype, Value.None, At(device)), requires_grad);

    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(HammingWindowPeriodicAlphaBetaOp.Call(len, periodic, alpha, beta, dtype, Value.None, At(device)), requires_grad);

    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(HannWindowPeriodicOp.Call(len, periodic, dtype, Value.None, At(device)), requires_grad);

    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(KaiserWindowBetaOp.Call(len, periodic, beta, dtype, Value.None, At(device)), requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(LinspaceOp.Call(start, end, steps, dtype, Value.None, At(device)), requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(LogspaceOp.Call(start, end, steps, @base, dtype, Value.None, At(device)), requires_grad);

    public static Tensor sparse_coo_tensor(Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(SparseCooTensorIndicesSizeOp.Call(indices, values, size, dtype, Value.None, device), requires_grad);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TrilIndicesOp.Call(row, col, offset, dtype, Value.None, At(device));

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TriuIndicesOp.Call(row, col, offset, dtype, Value.None, At(device));
}
