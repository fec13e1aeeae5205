using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;
using static Workbench.Torch.Tests.Fixture;

namespace Workbench.Torch.Tests.Tensors;

public sealed class OperatorFixtureTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly Dictionary<string, Func<Tensor>> calls;

    public OperatorFixtureTests()
    {
        Tensor a = Pattern([3, 4]), b = Pattern([3, 4], 0.5), m = Pattern([4, 4], 1), n = Pattern([4, 5]);
        Tensor v = Pattern([4], 2), batch = Pattern([2, 3, 4]), batch2 = Pattern([2, 4, 5], 3);
        Tensor spd = m.matmul(m.T) + eye(4, dtype: float64);
        Tensor index = tensor(new long[] { 2, 0, 1 });
        Tensor pick = tensor(new long[] { 0, 1, 2, 0, 1, 1, 0, 2, 2, 0, 1, 1 }, [3, 4]);
        Tensor mask = a > 0;
        Tensor whole = tensor(new long[] { 3, 1, 2, 3, 3, 0, 1, 1 });
        Tensor zero = zeros(3, 4, dtype: float64), one = ones(3, 4, dtype: float64);
        calls = Arithmetic(a, b).Concat(Reductions(a, batch, mask, whole, v)).Concat(Shapes(a, m, v, batch))
            .Concat(Selections(a, b, index, pick, mask, zero, one, batch)).Concat(Products(a, b, n, v, spd, batch, batch2))
            .Concat(Others(a, b, v)).ToDictionary(each => each.Name, each => each.Call);
    }

    public static TheoryData<string> Cases => [.. Names.Where(name => name is not ("rand" or "randn" or "randint" or "randperm"))];

    [Trait("device", "any")]
    [Theory]
    [MemberData(nameof(Cases))]
    public void An_operator_answers_as_in_Python(string name)
    {
        Assert.True(calls.ContainsKey(name), $"no call is written for {name}");
        Same(name, calls[name]());
    }

    [Fact]
    public void Seeded_random_numbers_are_those_of_Python()
    {
        manual_seed(20);
        Same("rand", rand(5, dtype: float64));
        Same("randn", randn(2, 3, dtype: float64));
        Same("randint", randint(-3, 10, [6]));
        Same("randperm", randperm(8));
    }

    public void Dispose() => scope.Dispose();

    private static IEnumerable<(string Name, Func<Tensor> Call)> Arithmetic(Tensor a, Tensor b) =>
    [
        ("add_alpha", () => a.add(b, 2.5)),
        ("sub", () => a - b),
        ("rsub", () => 3 - a),
        ("rdiv", () => 3 / b),
        ("remainder", () => a % 0.7),
        ("floor_divide", () => a.floor_divide(b)),
        ("div_trunc", () => a.div(b, RoundingMode.trunc)),
        ("pow", () => a.abs().pow(1.5)),
        ("addcdiv", () => a.addcdiv(a, b, 0.3)),
        ("lerp", () => a.lerp(b, a.full_like(0.25))),
        ("atan2", () => atan2(a, b)),
        ("logaddexp", () => logaddexp(a, b)),
        ("xlogy", () => xlogy(a, b.abs())),
        ("maximum", () => maximum(a, b)),
        ("clamp", () => a.clamp(-0.5, 0.75)),
        ("clamp_min", () => a.clamp_min(0.1)),
        ("round_decimals", () => a.round(2)),
        ("erfinv", () => erfinv(a / 2.1)),
        ("lgamma", () => lgamma(a.abs() + 0.5)),
        ("digamma", () => digamma(a.abs() + 0.5)),
        ("polygamma", () => polygamma(a.abs() + 0.5, 2)),
        ("nan_to_num", () => nan_to_num(tensor(new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1.0 }), 2, 9, -9)),
        ("softmax", () => a.softmax(1)),
        ("log_softmax", () => a.log_softmax(0)),
        ("gelu", () => a.gelu()),
        ("silu", () => a.silu()),
        ("elu", () => a.elu(0.7)),
        ("softplus", () => a.softplus(2, 1)),
        ("leaky_relu", () => a.leaky_relu(0.2)),
        ("hardtanh", () => a.hardtanh(-0.5, 0.5)),
    ];

    private static IEnumerable<(string Name, Func<Tensor> Call)> Reductions(Tensor a, Tensor batch, Tensor mask, Tensor whole, Tensor v) =>
    [
        ("sum_dims", () => batch.sum([0, 2], keepdim: true)),
        ("mean", () => batch.mean([0, 1])),
        ("prod", () => a.prod(1)),
        ("amax", () => batch.amax(0, 2)),
        ("argmax", () => batch.argmax(1)),
        ("logsumexp", () => batch.logsumexp(2)),
        ("norm", () => a.norm(1, p: 3)),
        ("std", () => batch.std((0, 2))),
        ("var_biased", () => batch.var(1, unbiased: false, keepdim: true)),
        ("median", () => a.median()),
        ("kthvalue", () => a.kthvalue(2, 1).Item1),
        ("quantile", () => a.quantile(tensor(new[] { 0.25, 0.6 }), 1)),
        ("cumsum", () => a.cumsum(1)),
        ("logcumsumexp", () => a.logcumsumexp(0)),
        ("cummax_indices", () => a.cummax(1).Item2),
        ("count_nonzero", () => mask.count_nonzero([0])),
        ("cov", () => a.cov()),
        ("histc", () => a.histc(5, -2, 2)),
        ("bincount", () => whole.bincount(null, 6)),
        ("diff", () => a.diff(dim: 1)),
        ("trapezoid", () => a.trapezoid(dim: 1)),
        ("sort_descending", () => a.sort(1, descending: true).Item1),
        ("argsort", () => a.argsort(0)),
        ("topk", () => a.topk(2, 1).Item1),
        ("unique", () => whole.unique().output),
        ("unique_counts", () => whole.unique(return_counts: true).counts!),
        ("unique_consecutive", () => whole.unique_consecutive().output),
        ("searchsorted", () => searchsorted(v.sort().Item1, a, right: true)),
    ];

    private static IEnumerable<(string Name, Func<Tensor> Call)> Shapes(Tensor a, Tensor m, Tensor v, Tensor batch) =>
    [
        ("permute", () => batch.permute(2, 0, 1)),
        ("movedim", () => batch.movedim([0, 1], [2, 0])),
        ("roll", () => a.roll((1, 2), (0, 1))),
        ("rot90", () => a.rot90()),
        ("flip", () => a.flip(0, 1)),
        ("repeat_interleave", () => a.repeat_interleave(2, 0)),
        ("tile", () => a.tile([2, 1])),
        ("unfold", () => v.unfold(0, 2, 1)),
        ("tril", () => m.tril(-1)),
        ("diag_embed", () => v.diag_embed(1)),
        ("chunk", () => a.chunk(3, 1)[1]),
        ("split", () => a.split([1, 3], 1)[1]),
        ("tensor_split", () => a.tensor_split(3, 1)[0]),
        ("meshgrid", () => meshgrid([v, a[0]], "xy")[0]),
    ];

    private static IEnumerable<(string Name, Func<Tensor> Call)> Selections(Tensor a, Tensor b, Tensor index, Tensor pick, Tensor mask, Tensor zero, Tensor one, Tensor batch) =>
    [
        ("gather", () => a.gather(0, pick)),
        ("scatter", () => zero.scatter(0, pick[..2], a[..2])),
        ("scatter_add", () => one.scatter_add(0, pick, a)),
        ("index_select", () => a.index_select(0, index)),
        ("index_add", () => one.index_add(0, index, a, 2)),
        ("index_copy", () => zero.index_copy(0, index, a)),
        ("index_fill", () => a.index_fill(1, tensor(new long[] { 1, 3 }), 7)),
        ("masked_fill", () => a.masked_fill(mask, -1)),
        ("masked_select", () => a.masked_select(mask)),
        ("where", () => where(mask, a, b)),
        ("take_along_dim", () => a.take_along_dim(pick, 0)),
        ("nonzero", () => mask.nonzero()),
        ("index_slices", () => batch[Colon, 1.., Slice(step: 2)]),
        ("index_mask", () => a[mask]),
        ("index_tensor", () => a[TensorIndex.Tensor(index), 1..3]),
        ("index_none_ellipsis", () => batch[TensorIndex.None, Ellipsis, 1]),
        ("index_mask_rows", () => a[tensor(new[] { true, false, true })]),
        ("index_two_tensors", () => batch[TensorIndex.Tensor(tensor(new long[] { 0, 1 })), Colon, TensorIndex.Tensor(tensor(new long[] { 2, 3 }))]),
    ];

    private static IEnumerable<(string Name, Func<Tensor> Call)> Products(Tensor a, Tensor b, Tensor n, Tensor v, Tensor spd, Tensor batch, Tensor batch2) =>
    [
        ("matmul", () => a.matmul(n)),
        ("bmm", () => batch.bmm(batch2)),
        ("baddbmm", () => ones(2, 3, 5, dtype: float64).baddbmm(batch, batch2, 0.5f, 2)),
        ("addmm", () => ones(3, 5, dtype: float64).addmm(a, n, 2, 0.5f)),
        ("einsum", () => einsum("bij,bjk->ik", batch, batch2)),
        ("tensordot", () => tensordot(batch, batch2, [0, 2], [0, 1])),
        ("outer", () => v.outer(a[0])),
        ("kron", () => a[..2, ..2].kron(b[..2, ..2])),
        ("inverse", () => spd.inverse()),
        ("cholesky", () => linalg.cholesky(spd)),
        ("solve", () => linalg.solve(spd, n)),
        ("svdvals", () => linalg.svdvals(a)),
        ("eigvalsh", () => linalg.eigvalsh(spd)),
        ("det", () => spd.det()),
        ("pinverse", () => a.pinverse()),
        ("matrix_exp", () => (spd / 10).matrix_exp()),
        ("matrix_norm", () => linalg.matrix_norm(a)),
        ("vector_norm", () => linalg.vector_norm(a, 1, [1])),
        ("cdist", () => cdist(a, b, 1)),
    ];

    private static IEnumerable<(string Name, Func<Tensor> Call)> Others(Tensor a, Tensor b, Tensor v) =>
    [
        ("fft", () => view_as_real(fft.fft_(a, dim: 1, norm: FFTNormType.Ortho))),
        ("irfft", () => fft.irfft(fft.rfft(a), n: 4)),
        ("fftfreq", () => fft.fftfreq(5, 0.5, float64)),
        ("expit", () => special.expit(a)),
        ("bessel_j0", () => special.bessel_j0(a)),
        ("xlog1py", () => special.xlog1py(a, b.abs())),
        ("linspace", () => linspace(-1, 2, 7, float64)),
        ("logspace", () => logspace(0, 2, 3, dtype: float64)),
        ("arange", () => arange(1, 3, 0.25, float64)),
        ("hann_window", () => hann_window(5, dtype: float64)),
        ("bfloat16", () => a.bfloat16().to(float64)),
        ("half", () => a.half().to(float64)),
    ];
}
