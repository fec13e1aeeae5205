using TorchSharp;

namespace Workbench.Torch.Interop;

/// <summary>Changes of a tensor where it lies, without a second managed tensor for the result.</summary>
internal static class InPlace
{
    private static readonly Operator s_copy = new("aten::copy_");
    private static readonly Operator s_zero = new("aten::zero_");
    private static readonly Operator s_fill = new("aten::fill_", "Scalar");
    private static readonly Operator s_uniform = new("aten::uniform_");
    private static readonly Operator s_normal = new("aten::normal_");
    private static readonly Operator s_add = new("aten::add_", "Scalar");
    private static readonly Operator s_mul = new("aten::mul_", "Scalar");
    private static readonly Operator s_clamp = new("aten::clamp_");
    private static readonly Operator s_erfinv = new("aten::erfinv_");
    private static readonly Operator s_setData = new("aten::set_data");

    public static void Copy(torch.Tensor target, torch.Tensor source) => s_copy.CallVoid(target, source);

    public static void Zero(torch.Tensor target) => s_zero.CallVoid(target);

    public static void Fill(torch.Tensor target, Value value) => s_fill.CallVoid(target, value);

    public static void Uniform(torch.Tensor target, double low, double high, torch.Generator? generator = null) =>
        s_uniform.CallVoid(target, low, high, generator);

    public static void Normal(torch.Tensor target, double mean, double std, torch.Generator? generator = null) =>
        s_normal.CallVoid(target, mean, std, generator);

    public static void Add(torch.Tensor target, Value value) => s_add.CallVoid(target, value);

    public static void Multiply(torch.Tensor target, double value) => s_mul.CallVoid(target, value);

    public static void Clamp(torch.Tensor target, double low, double high) => s_clamp.CallVoid(target, low, high);

    public static void InverseErrorFunction(torch.Tensor target) => s_erfinv.CallVoid(target);

    /// <summary>Lets the tensor keep its identity and take over another's storage, type and device.</summary>
    public static void SetData(torch.Tensor target, torch.Tensor data) => s_setData.CallVoid(target, data);
}
