namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Tools and vessels that lie unused, so that a tool in the frame does not yet mean an action.</summary>
internal enum Prop
{
    Bowl,
    Pot,
    Pan,
    Board,
    Knife,
    Whisk,
    Spoon,
    Grater,
    RollingPin,
    Glass,
    Plate,
    Jar,
}
