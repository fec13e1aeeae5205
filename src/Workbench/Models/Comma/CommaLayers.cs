namespace Workbench.Models.Comma;

/// <summary>Which layers a module has (CoMMA, Table 2 right).</summary>
public enum CommaLayers
{
    /// <summary>Cross-, self-, cross-attention: the method.</summary>
    CrossSelfCross,

    /// <summary>Two cross-attentions, no self-attention.</summary>
    CrossCross,

    /// <summary>One cross-attention. Table 2's first row and Table 1's "Shallow Attention" print the same 48.30: they are taken to be one model.</summary>
    Cross,

    /// <summary>As many layers of full attention as <see cref="CrossSelfCross"/> has layers: both modalities are mixed. Only in <see cref="CommaForm.Masked"/>; no row of the paper, but what its strategy is argued against.</summary>
    Full,
}
