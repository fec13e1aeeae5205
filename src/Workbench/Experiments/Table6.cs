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
            new("only Local loss", recipe with { Name = "table6-local", GlobalLoss = false }, grounding with { Temporal = TemporalSource.LocalMean }),
            new("only Global loss", recipe with { Name = "table6-global", LocalLoss = false }, grounding with { Spatial = SpatialSource.GlobalRegions }),
            new("w/ Both loss", recipe with { Name = "table6-both" }, grounding),
        ];
    }
}
