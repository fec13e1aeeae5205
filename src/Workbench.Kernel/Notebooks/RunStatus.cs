namespace Workbench.Kernel.Notebooks;

/// <summary>How a notebook's run ended.</summary>
internal enum RunStatus
{
    /// <summary>Every cell did what it should.</summary>
    Passed,

    /// <summary>A cell failed that has no tag <c>raises-exception</c>, or one that has it did not fail.</summary>
    Failed,

    /// <summary>The outputs are not those that are stored.</summary>
    Different,

    /// <summary>Somebody stopped it.</summary>
    Interrupted,
}
