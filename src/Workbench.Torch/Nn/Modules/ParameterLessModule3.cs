using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module of three inputs without parameters: moving it to a device or a type does nothing.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    /// <summary>A module of the named kind.</summary>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <summary>Refuses: the module has no buffers.</summary>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) =>
        throw new InvalidOperationException($"{GetName()} has neither parameters nor buffers; '{name}' cannot be added.");

    /// <summary>Refuses: the module has no parameters.</summary>
    public override void register_parameter(string name, Parameter? param) =>
        throw new InvalidOperationException($"{GetName()} has neither parameters nor buffers; '{name}' cannot be added.");

    /// <summary>Refuses: the module has no submodules.</summary>
    public override void register_module(string name, nn.Module? submodule) =>
        throw new InvalidOperationException($"{GetName()} has no submodules; '{name}' cannot be added.");
}
