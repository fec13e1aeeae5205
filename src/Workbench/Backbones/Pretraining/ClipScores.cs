namespace Workbench.Backbones.Pretraining;

/// <summary>What a backbone knows of held-out stills, as shares in [0, 1]. Probes are fitted on the true labels of other held-out stills: they say what is in the features.</summary>
/// <param name="Stills">Pictures scored.</param>
/// <param name="ZeroShotAction">The action whose label ("cut tomato") lies nearest to the picture is the right one, of 34.</param>
/// <param name="ZeroShotObject">The object ("a tomato") that lies nearest to the picture is the one acted on, of 8.</param>
/// <param name="ProbeAction">A linear probe on the global feature names the action.</param>
/// <param name="ProbeObject">A linear probe on the global feature names the object.</param>
/// <param name="ProbeActionOfContactCell">A linear probe on the feature of the cell of the contact point names the action.</param>
/// <param name="ContactCell">One linear score on every cell's feature is highest at the cell of the contact point (chance: 1/49).</param>
/// <param name="NearContactCell">… or at one of its eight neighbours.</param>
/// <param name="ZeroShotNearContactCell">The cell nearest to the action's label is that of the contact point or one of its eight neighbours.</param>
public sealed record ClipScores(
    int Stills,
    double ZeroShotAction,
    double ZeroShotObject,
    double ProbeAction,
    double ProbeObject,
    double ProbeActionOfContactCell,
    double ContactCell,
    double NearContactCell,
    double ZeroShotNearContactCell);
