using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Adds a tensor that is saved and moved with the module but not trained.</summary>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckName(name);
                tensor.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Adds a trained tensor. Null is allowed and registers nothing.</summary>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken.</exception>
            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is null)
                    return;
                CheckName(name);
                param.DetachFromDisposeScope();
                _internal_params.Add(name, param);
            }

            /// <summary>Adds a submodule. Null is allowed and registers nothing.</summary>
            /// <exception cref="ArgumentException">The name is empty, has a dot, or is taken by another.</exception>
            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is null)
                    return;
                if (_internal_submodules.TryGetValue(name, out var present) && ReferenceEquals(present, submodule))
                    return;
                CheckName(name);
                _internal_submodules.Add(name, submodule);
            }

            /// <summary>Adds a submodule.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Registers every field that holds a module, a parameter or a tensor under its name, or under that of
            /// its <see cref="Utils.ComponentNameAttribute"/>. Call it last in the constructor; a subclass of
            /// a module that did so calls it again.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                const BindingFlags AllOfInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
                foreach (var field in GetType().GetFields(AllOfInstance))
                    RegisterField(field);
            }

            /// <summary>Sets, replaces or (null) removes the parameter of this name.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                _internal_params.Remove(name);
                register_parameter(name, value);
            }

            /// <summary>Sets, replaces or (null) removes the parameter of this name.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) =>
                ConditionallyRegisterParameter(name, value is null ? null : value as Modules.Parameter ?? new Modules.Parameter(value));

            /// <summary>Sets, replaces or (null) removes the buffer of this name.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                _internal_buffers.Remove(name);
                if (value is not null)
                    register_buffer(name, value, persistent);
            }

            /// <summary>Forgets all submodules without freeing them.</summary>
            protected void ClearModules() => _internal_submodules.Clear();

            private void RegisterField(FieldInfo field)
            {
                if (!typeof(Module).IsAssignableFrom(field.FieldType) && !typeof(Tensor).IsAssignableFrom(field.FieldType)
                    && !field.FieldType.IsInterface)
                    return;
                var component = field.ComponentName();
                switch (field.GetValue(this))
                {
                    case Module module:
                        register_module(component, module);
                        break;
                    case Parameter parameter when !_internal_params.Values.Any(held => ReferenceEquals(held, parameter)):
                        register_parameter(component, parameter);
                        break;
                    case Tensor tensor and not Modules.Parameter
                        when !_internal_buffers.Values.Any(held => ReferenceEquals(held.Item1, tensor)):
                        register_buffer(component, tensor);
                        break;
                }
            }

            private void CheckName(string name)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"A component's name must not contain a dot: '{name}' in {GetName()}.", nameof(name));
                if (_internal_params.ContainsKey(name) || _internal_buffers.ContainsKey(name) || _internal_submodules.ContainsKey(name))
                    throw new ArgumentException($"{GetName()} has a component '{name}' already.", nameof(name));
            }
        }
    }
}
