namespace Workbench.Report.Charts;

/// <summary>What a theme fills a <see cref="TraceSlot"/> with. The first two differ from group to group of a figure's traces.</summary>
internal enum SlotKind
{
    /// <summary>The next of its colours.</summary>
    Color,

    /// <summary>The next shape of markers.</summary>
    Symbol,

    /// <summary>Its scale from small to large.</summary>
    Sequential,

    /// <summary>Its scale around 0.</summary>
    Diverging,

    /// <summary>The colour of its text.</summary>
    Ink,

    /// <summary>The colour of its grid lines.</summary>
    Quiet,
}
