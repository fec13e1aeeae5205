namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Hands. Each lies on the origin of its own frame, fingers to the left, the arm going right until it leaves the picture.</summary>
internal static class HandArt
{
    private const double ArmLength = 330;

    /// <summary>A fist around a handle.</summary>
    public static void Grip(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        Begin(c, look, x, y, armAngle);
        c.RoundRectangle(-12, -13, 27, 26, 11);
        c.Shape(look.Skin);
        for (int i = 0; i < 4; i++)
            c.Disc(-10, -9 + 6 * i, 6.5, 3.6, look.Skin, 1);
        c.Enter(-1, -12, -25);
        c.Disc(0, 0, 8.5, 4, look.Skin, 1);
        c.Restore();
        c.Restore();
    }

    /// <summary>Curved fingers holding something at the finger tips, about 20 units left of the palm.</summary>
    public static void Claw(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        Begin(c, look, x, y, armAngle);
        c.Disc(2, 0, 14, 12.5, look.Skin);
        for (int i = 0; i < 4; i++)
            Finger(c, look, -4, -9 + 6 * i, -20 + Math.Abs(i - 1.5) * 3, -12 + 8 * i, 6.4);
        Finger(c, look, 0, 11, -13, 19, 7);
        c.Restore();
    }

    /// <summary>All finger tips together, 22 units left of the palm.</summary>
    public static void Pinch(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        Begin(c, look, x, y, armAngle);
        c.Disc(3, 0, 14, 12, look.Skin);
        Finger(c, look, 0, 8, -19, 4, 7);
        Finger(c, look, -3, -8, -20, -3, 6.4);
        Finger(c, look, -3, -3, -22, 0, 6.4);
        c.Restore();
    }

    /// <summary>A flat hand with straight fingers.</summary>
    public static void Palm(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        Begin(c, look, x, y, armAngle);
        Finger(c, look, 3, 9, -8, 19, 7.4);
        c.RoundRectangle(-10, -13, 26, 25, 10);
        c.Shape(look.Skin);
        for (int i = 0; i < 4; i++)
            Finger(c, look, -8, -9.5 + 6.3 * i, -27 + Math.Abs(i - 1) * 2.5, -11 + 7 * i, 6.2);
        c.Restore();
    }

    /// <summary>A hand that points.</summary>
    public static void Point(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        Begin(c, look, x, y, armAngle);
        Finger(c, look, -6, -8, -32, -9, 6.6);
        c.RoundRectangle(-12, -12, 27, 25, 11);
        c.Shape(look.Skin);
        for (int i = 1; i < 4; i++)
            c.Disc(-10, -9 + 6 * i, 6.5, 3.6, look.Skin, 1);
        c.Restore();
    }

    private static void Begin(Canvas c, KitchenLook look, double x, double y, double armAngle)
    {
        c.Enter(x, y, armAngle);
        c.Polygon(6, -8.5, 60, -10.5, 60, 10.5, 6, 8.5);
        c.Shape(look.Skin);
        c.Polygon(44, -13, ArmLength, -22, ArmLength, 22, 44, 13);
        c.Shape(look.Sleeve);
        c.RoundRectangle(41, -14, 9, 28, 3);
        c.Shape(look.Sleeve.Lighter(0.25));
    }

    private static void Finger(Canvas c, KitchenLook look, double x1, double y1, double x2, double y2, double width)
    {
        c.Line(x1, y1, x2, y2, look.Skin.Darker(0.5), width + 1.8);
        c.Line(x1, y1, x2, y2, look.Skin, width);
    }
}
