namespace Workbench.Data;

/// <summary>Whether an action spreads over the frame or is saturated in a small part of it (What-When-Where Table 13).</summary>
public enum ActionSpread
{
    Saturated,
    Widespread,
}
