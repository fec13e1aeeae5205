namespace Workbench.Models;

/// <summary>The switches of the local branch: cross-attention, self-attention, cross-attention (What-When-Where section 3.3, CoMMA section 3).</summary>
public sealed record CrossModalConfig
{
    public AttentionLayers Layers { get; init; } = AttentionLayers.CrossSelfCross;

    /// <summary>Similarity in both cross-attention layers while training. Paper: cosine; code: scaled dot product.</summary>
    public AttentionScore TrainScore { get; init; } = AttentionScore.Cosine;

    /// <summary>Similarity in evaluation. Paper: as in training; code: unscaled dot product.</summary>
    public AttentionScore EvalScore { get; init; } = AttentionScore.Cosine;

    /// <summary>
    /// Cosines are divided by this before the softmax. The paper prints none (1); values below 1 are a setting of ours.
    /// Has no effect on dot products.
    /// </summary>
    public double CosineTemperature { get; init; } = 1;

    /// <summary>Self-attention adds its input to its output. Code: yes; the paper's formula: no.</summary>
    public bool SelfAttentionResidual { get; init; }

    /// <summary>The second cross-attention adds its input while training. Code: yes (420-422); paper: no. In evaluation only attention weights are used.</summary>
    public bool SecondCrossResidual { get; init; }

    public AttentionPath Path { get; init; } = AttentionPath.Factorised;

    public static CrossModalConfig For(Fidelity fidelity) => fidelity == Fidelity.Paper ? new() : new()
    {
        TrainScore = AttentionScore.ScaledDot,
        EvalScore = AttentionScore.Dot,
        SelfAttentionResidual = true,
        SecondCrossResidual = true,
    };
}
