using Workbench.Inference;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Experiments;

/// <summary>
/// Table 6 of What-When-Where: what the local and the global loss are worth. The paper does not say how a model without one of the
/// branches is asked for what that branch answers; the choices are those of <see cref="TemporalSource"/> and <see cref="SpatialSource"/>.
/// </summary>
public static class Table6
{
    public static IReadOnlyList<TableRow> Rows(Recipe recipe, GroundingOptions grounding)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(grounding);
        return
        [
            Row("only Local loss", recipe with { Name = "table6-local", GlobalLoss = false }),
            Row("only Global loss", recipe with { Name = "table6-global", LocalLoss = false }),
            Row("w/ Both loss", recipe with { Name = "table6-both" }),
        ];

        TableRow Row(string label, Recipe changed) => new(label, changed, Asked(changed, grounding));
    }

    /// <summary>How a model of a recipe is asked: what an untrained branch would answer is asked of the other one.</summary>
    public static GroundingOptions Asked(Recipe recipe, GroundingOptions grounding)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(grounding);
        return grounding with
        {
            Temporal = recipe.GlobalLoss ? grounding.Temporal : TemporalSource.LocalMean,
            Spatial = recipe.LocalLoss ? grounding.Spatial : SpatialSource.GlobalRegions,
        };
    }
}
