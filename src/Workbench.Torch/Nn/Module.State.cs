using System.Text;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// All parameters and persistent buffers by dotted name: the module's own tensors, not copies.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (own, parameter) in named_parameters(recurse: false))
                    destination.TryAdd(Join(prefix, own), parameter);
                foreach (var (own, buffer) in named_buffers(recurse: false, include_nonpersistent: false))
                    destination.TryAdd(Join(prefix, own), buffer);
                foreach (var (child, module) in named_children())
                    module.state_dict(destination, Join(prefix, child));
                return destination;
            }

            /// <summary>
            /// Copies the values of a state dict into this module's tensors (converted to their device and type).
            /// </summary>
            /// <param name="source">Values by dotted name.</param>
            /// <param name="strict">Refuse missing and unexpected names; wrong shapes are always refused.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that were not in <paramref name="source"/> and those not in this module.</returns>
            /// <exception cref="InvalidOperationException">
            /// Lists every missing, unexpected and misshapen entry; nothing has been changed then.
            /// </exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keys) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                var target = state_dict();
                var missing = target.Keys.Where(key => !source.ContainsKey(key) && !skip.Contains(key)).ToList();
                var unexpected = source.Keys.Where(key => !target.ContainsKey(key) && !skip.Contains(key)).ToList();
                var shared = target.Keys.Where(key => source.ContainsKey(key) && !skip.Contains(key)).ToList();
                var misshapen = shared.Where(key => !target[key].shape.SequenceEqual(source[key].shape)).ToList();
                if (misshapen.Count > 0 || (strict && (missing.Count > 0 || unexpected.Count > 0)))
                    throw new InvalidOperationException(
                        DescribeMismatch(strict ? missing : [], strict ? unexpected : [], misshapen, target, source));

                using var _ = no_grad();
                foreach (var key in shared)
                    InPlace.Copy(target[key], source[key]);
                return (missing, unexpected);
            }

            private string DescribeMismatch(
                List<string> missing, List<string> unexpected, List<string> misshapen,
                Dictionary<string, Tensor> target, Dictionary<string, Tensor> source)
            {
                var text = new StringBuilder($"The state dict does not fit {GetName()}.");
                if (missing.Count > 0)
                    text.Append($" Missing: {string.Join(", ", missing)}.");
                if (unexpected.Count > 0)
                    text.Append($" Unexpected: {string.Join(", ", unexpected)}.");
                foreach (var key in misshapen)
                    text.Append($" Misshapen: {key} is [{string.Join(", ", source[key].shape)}],"
                        + $" expected [{string.Join(", ", target[key].shape)}].");
                return text.ToString();
            }
        }
    }
}
