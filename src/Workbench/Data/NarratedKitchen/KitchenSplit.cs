namespace Workbench.Data.NarratedKitchen;

/// <summary>Narrated training videos, and annotated test videos.</summary>
public enum KitchenSplit
{
    Train,
    Test,
}
