namespace Workbench.Models;

/// <summary>Two presets for every place where the papers and the released code disagree (systems.md section 10).</summary>
public enum Fidelity
{
    /// <summary>The paper where it speaks, the released code where it is silent.</summary>
    Paper,

    /// <summary>The behaviour of the authors' code, its slips included.</summary>
    ReleasedCode,
}
