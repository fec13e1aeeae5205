using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Modules one after the other, named "0", "1", … or as given. What flows between them is freed as soon as it is used.
/// </summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];

    internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module at a position.</summary>
    public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

    /// <summary>A range of the modules as a module of its own, sharing them.</summary>
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            var slice = new Sequential(Array.Empty<nn.Module<Tensor, Tensor>>());
            for (var k = start; k < start + length; k++)
                slice.append(_modules[k]);
            return slice;
        }
    }

    /// <summary>The modules from a position up to another, each the end when null.</summary>
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>Appends a module under a name.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _modules.Add(module);
        register_module(name, (nn.Module)module);
        return this;
    }

    /// <summary>Appends a module under its position.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append($"{Count}", module);

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        var result = tensor.alias();
        foreach (var module in _modules)
            result = module.call(result);
        return result.MoveToOuterDisposeScope();
    }
}
