namespace Workbench.Data.Formats;

/// <summary>
/// What PyTorch's checkpoints hold beside plain values: tensors over storages, ordered dicts, sizes and dtypes, and the modules of
/// TorchScript archives, of which only the attributes are kept. Source: PyTorch's torch/_utils.py, torch/serialization.py and the
/// TorchScript pickler; classes below <c>__torch__</c> are names here, their code is never read.
/// </summary>
internal sealed class TorchPickleTypes : IPickleTypes
{
    private const string Tensor = "torch._utils._rebuild_tensor_v2", Parameter = "torch._utils._rebuild_parameter", OrderedDict = "collections.OrderedDict", Size = "torch.Size";
    private const string ScriptLists = "torch.jit._pickle.build_", ScriptModules = "__torch__";

    private static readonly Dictionary<string, ElementType> s_storages = new(StringComparer.Ordinal)
    {
        ["torch.DoubleStorage"] = ElementType.F64,
        ["torch.FloatStorage"] = ElementType.F32,
        ["torch.HalfStorage"] = ElementType.F16,
        ["torch.BFloat16Storage"] = ElementType.BF16,
        ["torch.LongStorage"] = ElementType.I64,
        ["torch.IntStorage"] = ElementType.I32,
        ["torch.ShortStorage"] = ElementType.I16,
        ["torch.CharStorage"] = ElementType.I8,
        ["torch.ByteStorage"] = ElementType.U8,
        ["torch.BoolStorage"] = ElementType.Bool,
    };

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "torch.float64", "torch.float32", "torch.float16", "torch.bfloat16", "torch.int64", "torch.int32", "torch.int16", "torch.int8", "torch.uint8", "torch.bool",
    };

    /// <summary>All storages that the pickle named, also those of no tensor that is kept.</summary>
    public Dictionary<string, TorchStorage> Storages { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Known => ["OrderedDict", "tensors", "storages", "torch.Size", "dtypes"];

    /// <inheritdoc/>
    public object? Global(string module, string name)
    {
        string full = $"{module}.{name}";
        bool known = full is Tensor or Parameter or OrderedDict or Size || s_storages.ContainsKey(full) || s_types.Contains(full)
            || full is ScriptLists + "intlist" or ScriptLists + "doublelist" or ScriptLists + "boollist" or ScriptLists + "tensorlist"
            || module == ScriptModules || module.StartsWith(ScriptModules + ".", StringComparison.Ordinal);
        return known ? new Named(full) : null;
    }

    /// <inheritdoc/>
    public object? Call(object callable, IReadOnlyList<object?> arguments) => ((callable as Named)?.Name, arguments) switch
    {
        (Tensor, [TorchStorage storage, long offset, PickleTuple shape, PickleTuple strides, ..]) when Whole(shape) is { } sizes && Whole(strides) is { } steps && sizes.Length == steps.Length
            => new TorchTensor(storage, offset, sizes, steps),
        (Parameter, [TorchTensor tensor, ..]) => tensor,
        (OrderedDict, []) => new PickleDictionary(new List<KeyValuePair<object, object?>>()),
        (OrderedDict, [List<object?> pairs]) when pairs.All(p => p is PickleTuple { Items: [not null, _] } or List<object?> { Count: 2 })
            => new PickleDictionary(pairs.Select(Pair).ToList()),
        (Size, [PickleTuple sizes]) => sizes,
        ({ } name, [List<object?> items]) when name.StartsWith(ScriptLists, StringComparison.Ordinal) => items,
        _ => null,
    };

    /// <inheritdoc/>
    public object? New(object type) => type is Named { Name: var name } && name.StartsWith(ScriptModules, StringComparison.Ordinal) ? new TorchModule(name) : null;

    /// <inheritdoc/>
    public bool SetState(object target, object? state)
    {
        if (target is TorchModule module && state is PickleDictionary attributes)
            module.Attributes.AddRange(attributes.Items);
        return target is TorchModule or PickleDictionary; // An ordered dict of weights carries versions of its modules; they are of no use here.
    }

    /// <inheritdoc/>
    public object? Persistent(object? id)
    {
        if (id is not PickleTuple { Items: ["storage", Named { Name: var type }, string key, string, long count, ..] items } || items.Skip(5).Any(i => i is not null) || count < 0 || !s_storages.TryGetValue(type, out ElementType element))
            return null;
        var storage = new TorchStorage(key, element, count);
        return Storages.TryAdd(key, storage) || Storages[key] == storage ? storage : null;
    }

    private static long[]? Whole(PickleTuple tuple) => tuple.Items.All(i => i is long) ? [.. tuple.Items.Cast<long>()] : null;

    private static KeyValuePair<object, object?> Pair(object? item) => item is PickleTuple tuple ? new(tuple.Items[0]!, tuple.Items[1]) : new(((List<object?>)item!)[0]!, ((List<object?>)item)[1]);

    /// <summary>A class or function by its name: nothing can be done with it but what is written here.</summary>
    private sealed record Named(string Name)
    {
        public override string ToString() => Name;
    }
}
