using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The direct submodules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (child, module) in _internal_submodules)
                    yield return (child, module);
            }

            /// <summary>The direct submodules.</summary>
            public virtual IEnumerable<Module> children() => _internal_submodules.Values;

            /// <summary>Every module below this one (itself not included) with its dotted name, parents first.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (child, module) in named_children())
                {
                    yield return (child, module);
                    foreach (var (below, inner) in module.named_modules())
                        yield return (Join(child, below), inner);
                }
            }

            /// <summary>Every module below this one, itself not included, parents first.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>The parameters with their dotted names; a shared one appears once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (own, parameter) in _internal_params)
                    if (seen.Add(parameter))
                        yield return (own, parameter);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (below, parameter) in module.named_parameters(true))
                        if (seen.Add(parameter))
                            yield return (Join(child, below), parameter);
            }

            /// <summary>The parameters; a shared one appears once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers with their dotted names.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (own, (buffer, persistent)) in _internal_buffers)
                    if (persistent || include_nonpersistent)
                        yield return (own, buffer);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in named_children())
                    foreach (var (below, buffer) in module.named_buffers(true, include_nonpersistent))
                        yield return (Join(child, below), buffer);
            }

            /// <summary>The buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>Whether a parameter of this dotted name is here or below.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether a buffer of this dotted name is here or below.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter of this dotted name, null when there is none.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                if (_internal_params.TryGetValue(target, out var parameter))
                    return parameter;
                return Below(target) is var (module, rest) ? module.get_parameter(rest) : null;
            }

            /// <summary>The buffer of this dotted name, null when there is none.</summary>
            public virtual Tensor? get_buffer(string target)
            {
                ArgumentNullException.ThrowIfNull(target);
                if (_internal_buffers.TryGetValue(target, out var entry))
                    return entry.Item1;
                return Below(target) is var (module, rest) ? module.get_buffer(rest) : null;
            }

            private (Module module, string rest)? Below(string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0 || !_internal_submodules.TryGetValue(target[..dot], out var module))
                    return null;
                return (module, target[(dot + 1)..]);
            }
        }
    }
}
