using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>A stretch of video without a cut, in whole seconds, the end excluded.</summary>
internal sealed record Shot
{
    public required int Start { get; init; }
    public required int End { get; init; }
    public required SecondState State { get; init; }

    /// <summary>The kitchen and the action in it; for a talking cook only its look counts.</summary>
    public required Scene Scene { get; init; }
    public Camera Camera { get; init; } = Camera.Still;

    /// <summary>The index in <see cref="VideoScript.Takes"/> of the action this shot shows or interrupts; null in the background.</summary>
    public int? Take { get; init; }

    /// <summary>Idle hands, or null.</summary>
    public IdleHand? Hand { get; init; }

    /// <summary>Which cut-away picture, of what; or what the talking cook shows (null: nothing), and where he stands.</summary>
    public int BrollKind { get; init; }

    /// <inheritdoc cref="BrollKind"/>
    public Ingredient? Subject { get; init; }

    /// <inheritdoc cref="BrollKind"/>
    public double PersonX { get; init; } = 160;

    /// <inheritdoc cref="BrollKind"/>
    public double PersonScale { get; init; } = 1;

    /// <summary>For what is drawn by chance inside the shot.</summary>
    public ulong Seed { get; init; }

    /// <summary>How much of the shot is over, 0 to 1.</summary>
    public double Share(double time) => Math.Clamp((time - Start) / (End - Start), 0, 1);
}
