using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Values drawn from distributions, in place or as a new tensor.</summary>
public static partial class torch
{
    private static readonly Operator NormalFloatFloatOp = new("aten::normal", "float_float");
    private static readonly Operator NormalTensorTensorOp = new("aten::normal", "Tensor_Tensor");
    private static readonly Operator RandpermGeneratorOp = new("aten::randperm", "generator");
    private static readonly Operator RandpermGeneratorOutOp = new("aten::randperm", "generator_out");
    private static readonly Operator SampleDirichletOp = new("aten::_sample_dirichlet");
    private static readonly Operator StandardGammaOp = new("aten::_standard_gamma");

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);

    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) =>
        count.binomial(probs, generator);

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) =>
        SampleDirichletOp.Call(input, generator);

    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) =>
        StandardGammaOp.Call(input, generator);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) =>
        NormalTensorTensorOp.Call(mean, std, generator);
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(NormalFloatFloatOp.Call(mean, std, size.ToArray(), generator, dtype, Value.None, At(device)), requires_grad);

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) =>
        RandpermGeneratorOutOp.InPlaceOut(n, generator, @out);
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(RandpermGeneratorOp.Call(n, generator, dtype ?? ScalarType.Int64, Value.None, At(device)), requires_grad);
}
