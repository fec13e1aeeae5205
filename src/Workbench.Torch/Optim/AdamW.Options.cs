namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The options of a group; null for the optimiser's.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Decay of the mean of gradients.</summary>
        public double? beta1;

        /// <summary>Decay of the mean of their squares.</summary>
        public double? beta2;

        /// <summary>Added to the root.</summary>
        public double? eps;

        /// <summary>Weight decay.</summary>
        public double? weight_decay;

        /// <summary>The greatest mean of squares so far instead of the present one.</summary>
        public bool? amsgrad;

        /// <summary>Uphill instead of downhill.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            if (source is not Options other)
                throw new ArgumentException($"The options of AdamW cannot be taken from {source.GetType()}.", nameof(source));
            (beta1, beta2, eps, weight_decay) = (other.beta1, other.beta2, other.eps, other.weight_decay);
            (amsgrad, maximize) = (other.amsgrad, other.maximize);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1 ?? 0);
            writer.Write(beta2 ?? 0);
            writer.Write(eps ?? 0);
            writer.Write(weight_decay ?? 0);
            writer.Write(amsgrad ?? false);
            writer.Write(maximize ?? false);
        }
    }
}
