namespace Workbench.Data;

/// <summary>What all features of a store have in common.</summary>
/// <param name="Backbone">The name of the backbone that made them, with its weights ("clip-tiny@1a2b3c").</param>
/// <param name="Fps">Rows a second along the first dimension.</param>
/// <param name="DType">How the values are stored: F16 or F32.</param>
public sealed record FeatureStoreInfo(string Backbone, double Fps = 1, ElementType DType = FeatureStoreInfo.DefaultType)
{
    /// <summary>What features are stored as where nothing else is said.</summary>
    public const ElementType DefaultType = ElementType.F16;
}
