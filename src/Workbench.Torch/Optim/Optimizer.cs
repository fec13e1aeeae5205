using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers and learning-rate schedules.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients, group by group.</summary>
        public abstract class Optimizer : IDisposable
        {
            private static readonly Operator s_zero = new("aten::_foreach_zero_");

            /// <summary>The groups, each with its own options.</summary>
            protected IList<ParamGroup> _parameter_groups = [];

            private protected Optimizer()
            {
            }

            /// <summary>The groups' learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>All parameters, group after group.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>One update.</summary>
            /// <param name="closure">Computes loss and gradients anew; called once before the update.</param>
            /// <returns>The closure's loss, null without one.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null) =>
                throw new NotSupportedException($"{GetType().Name} has no update of its own.");

            /// <summary>
            /// Fills all gradients with zeros (a gradient that is not there stays away). To forget them instead, call the
            /// module's <see cref="nn.Module.zero_grad"/>.
            /// </summary>
            public virtual void zero_grad()
            {
                using var _ = no_grad();
                var gradients = parameters().Select(parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (gradients.Length > 0)
                    s_zero.CallVoid(gradients);
                foreach (var gradient in gradients)
                    gradient.Dispose();
            }

            /// <summary>Adds a group of parameters.</summary>
            /// <exception cref="ArgumentException">A parameter is in a group already.</exception>
            public virtual void add_param_group(ParamGroup param_group)
            {
                ArgumentNullException.ThrowIfNull(param_group);
                var present = new HashSet<Parameter>(parameters(), ReferenceEqualityComparer.Instance);
                foreach (var parameter in param_group.Parameters)
                    if (!present.Add(parameter))
                        throw new ArgumentException("A parameter can be in one group only, and once.", nameof(param_group));
                _parameter_groups.Add(param_group);
            }

            /// <summary>Frees the optimiser's own tensors; the parameters stay.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the optimiser's own tensors.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Options and states by number instead of by object, for saving.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The groups' options.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The parameters' states.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the numbers of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
