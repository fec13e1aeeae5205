using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What is remembered of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>The running update; null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The state of a parameter, still empty.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) =>
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            if (source is not State other)
                throw new ArgumentException($"The state of SGD cannot be taken from {source?.GetType()}.", nameof(source));
            momentum_buffer = Replace(momentum_buffer, other.momentum_buffer);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && Near(momentum_buffer, state.momentum_buffer);

        /// <inheritdoc/>
        public override void to(Device device) => momentum_buffer = Move(momentum_buffer, device);

        /// <summary>Frees the state's tensor.</summary>
        public void Dispose() => momentum_buffer?.Dispose();
    }
}
