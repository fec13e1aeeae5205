namespace Workbench.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum CheckState
{
    /// <summary>There, and as it should be.</summary>
    Good,

    /// <summary>Not there, and not needed: something more works with it.</summary>
    Optional,

    /// <summary>It works, but slower or less well than it could.</summary>
    Warning,

    /// <summary>Required and missing.</summary>
    Missing,
}
