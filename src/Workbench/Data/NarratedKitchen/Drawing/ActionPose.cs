namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>A moment of an action: seconds since it began (they drive the motion), how much of it is done (0 to 1), and how the cook's arms come in, in degrees.</summary>
internal readonly record struct ActionPose(double Time, double Progress, double ArmTurn = 0)
{
    /// <summary>A swing between -1 and 1, so many times a second.</summary>
    public double Swing(double perSecond, double phase = 0) => Math.Sin(2 * Math.PI * (Time * perSecond + phase));
}
