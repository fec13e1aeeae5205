namespace Workbench.Experiments;

/// <summary>Spatial grounding in trimmed clips (What-When-Where Table 3). In percent.</summary>
/// <param name="Pointing">Pointing-game accuracy.</param>
/// <param name="Success">Frames whose mask overlaps the box by more than 0.3: what the released code prints as "meanAP".</param>
/// <param name="Frames">Frames with a box.</param>
public sealed record SpatialScores(double Pointing, double Success, int Frames);
