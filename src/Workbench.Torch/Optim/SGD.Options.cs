namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The options of a group; null for the optimiser's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>The share of the last update in the next.</summary>
        public double? momentum;

        /// <summary>What a new gradient's share in the momentum is short of 1.</summary>
        public double? dampening;

        /// <summary>Weight decay.</summary>
        public double? weight_decay;

        /// <summary>Momentum looked ahead.</summary>
        public bool? nesterov;

        /// <summary>Uphill instead of downhill.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            if (source is not Options other)
                throw new ArgumentException($"The options of SGD cannot be taken from {source.GetType()}.", nameof(source));
            (momentum, dampening, weight_decay) = (other.momentum, other.dampening, other.weight_decay);
            (nesterov, maximize) = (other.nesterov, other.maximize);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(momentum ?? 0);
            writer.Write(dampening ?? 0);
            writer.Write(weight_decay ?? 0);
            writer.Write(nesterov ?? false);
            writer.Write(maximize ?? false);
        }
    }
}
