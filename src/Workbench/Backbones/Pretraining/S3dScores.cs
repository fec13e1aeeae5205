namespace Workbench.Backbones.Pretraining;

/// <summary>What a video backbone knows of held-out clips that are centred on an action, as shares in [0, 1]. Probes are fitted on the true labels of other held-out clips.</summary>
/// <param name="Clips">Clips scored.</param>
/// <param name="ZeroShotAction">The action whose label ("cut tomato") is nearest to the clip is the right one, of 34.</param>
/// <param name="ZeroShotActionInPool">The same, of the actions of the clip's video.</param>
/// <param name="ChanceInPool">What drawing from the pool gives.</param>
/// <param name="ProbeAction">A linear probe on the clip's feature names the action.</param>
/// <param name="ProbeActionOfContactCell">A linear probe on the region of the contact point names the action.</param>
/// <param name="ZeroShotNearContactCell">The region that is nearest to the action's label is that of the contact point or one of its eight neighbours.</param>
/// <param name="ChanceNearContactCell">What drawing from the regions gives.</param>
public sealed record S3dScores(
    int Clips,
    double ZeroShotAction,
    double ZeroShotActionInPool,
    double ChanceInPool,
    double ProbeAction,
    double ProbeActionOfContactCell,
    double ZeroShotNearContactCell,
    double ChanceNearContactCell);
