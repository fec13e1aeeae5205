using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>What a method says about one second of a video: the action (null: background) and the point where it happens.</summary>
public readonly record struct SecondAnswer(string? Label, Point Point)
{
    public static SecondAnswer Background => default;
}
