using TorchSharp.Modules;
using TorchSharp.Utils;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Anything with parameters, buffers and submodules. A subclass keeps them in fields and calls
        /// <see cref="RegisterComponents"/> at the end of its constructor; the fields' names are the names in the
        /// state dict.
        /// </summary>
        public partial class Module : IDisposable
        {
            /// <summary>The buffers of this module alone, with whether they belong to the state dict.</summary>
            protected internal readonly OrderedDict<string, (Tensor, bool)> _internal_buffers = [];

            /// <summary>The parameters of this module alone.</summary>
            protected internal readonly OrderedDict<string, Parameter> _internal_params = [];

            /// <summary>The direct submodules.</summary>
            protected internal readonly OrderedDict<string, Module> _internal_submodules = [];

            /// <summary>The kind of module, for messages.</summary>
            protected internal string name;

            private bool _isDisposed;

            /// <summary>A module of the named kind, in training mode.</summary>
            protected Module(string name)
            {
                this.name = name;
                training = true;
            }

            /// <summary>Whether the module is in training mode (dropout on, batch statistics used).</summary>
            public bool training { get; private protected set; }

            /// <summary>The kind of module.</summary>
            public virtual string GetName() => name;

            /// <summary>Switches this module and everything below to training mode, or to evaluation.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _internal_submodules.Values)
                    child.train(train);
            }

            /// <summary>Switches this module and everything below to evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function on everything below, then on this module.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var child in _internal_submodules.Values)
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets all gradients, or fills them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                        continue;
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        InPlace.Zero(gradient);
                }
            }

            /// <summary>Frees all parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees all parameters, buffers and submodules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (_isDisposed || !disposing)
                    return;
                _isDisposed = true;
                foreach (var parameter in _internal_params.Values)
                    parameter.Dispose();
                foreach (var (buffer, _) in _internal_buffers.Values)
                    buffer.Dispose();
                foreach (var child in _internal_submodules.Values)
                    child.Dispose();
            }

            private protected static string Join(string? prefix, string name) =>
                string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
        }
    }
}
