namespace Workbench.Models.Comma;

/// <summary>Among which regions self-attention is computed (CoMMA, Table 2 left).</summary>
public enum RegionAttention
{
    /// <summary>Among all regions of all time steps: the method.</summary>
    Spatiotemporal,

    /// <summary>Among the cells of one time step.</summary>
    Spatial,

    /// <summary>Among the time steps of one cell.</summary>
    Temporal,

    /// <summary>
    /// Spatial, then temporal with parameters of its own. The paper prints only "Spatial + Temp."; that the two follow each other, as in divided space-time
    /// attention, is our reading.
    /// </summary>
    SpatialTemporal,
}
