namespace TorchSharp.Modules;

/// <summary>What a group of parameters is optimised with.</summary>
public class OptimizerOptions
{
    /// <summary>The rate of the next step; null for the optimiser's default.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate that schedulers scale.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    /// <summary>Takes over another's values.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        ArgumentNullException.ThrowIfNull(source);
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    /// <summary>Writes the initial and the present rate, then (subclasses) their options in order of declaration.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? 0);
    }

    /// <summary>The same options in an object of their own.</summary>
    internal OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();
}
