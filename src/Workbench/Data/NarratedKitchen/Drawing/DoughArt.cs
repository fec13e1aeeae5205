namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Rolling out and kneading.</summary>
internal static class DoughArt
{
    public static void Roll(Canvas c, KitchenLook look, ActionPose pose)
    {
        Rgb dough = look.Skinned(Ingredient.Dough);
        double wide = 46 + 26 * pose.Progress, high = 20 + 12 * pose.Progress;
        Flour(c, 0, 12, 84, 34);
        c.MoveTo(-wide, 8);
        c.CurveTo(-wide, -high, -wide * 0.3, -high * 1.1, 0, -high);
        c.CurveTo(wide * 0.4, -high * 1.2, wide, -high * 0.6, wide * 0.97, 12);
        c.CurveTo(wide, high * 1.3, wide * 0.2, high * 1.4, -wide * 0.1, high * 1.3);
        c.CurveTo(-wide * 0.6, high * 1.4, -wide, high, -wide, 8);
        c.ClosePath();
        c.Shape(dough, 1.6);
        double y = 10 * pose.Swing(0.6);
        // Where the pin has just been, and the arrows of its way.
        c.RoundRectangle(-46, y * 0.4 + 4 - 12, 92, 24, 6);
        c.Fill(dough.Darker(0.2), 0.6);
        for (int side = -1; side <= 1; side += 2)
        {
            double x = side * 22;
            c.Line(x, y - 30, x, y - 17, Rgb.White, 2.4, 0.95);
            c.Polygon(x - 5, y - 27, x + 5, y - 27, x, y - 36);
            c.Fill(Rgb.White, 0.95);
            c.Line(x, y + 17, x, y + 30, Rgb.White, 2.4, 0.95);
            c.Polygon(x - 5, y + 27, x + 5, y + 27, x, y + 36);
            c.Fill(Rgb.White, 0.95);
        }
        c.Enter(0, y, -2);
        UtensilArt.RollingPin(c);
        c.Restore();
        HandArt.Grip(c, look, -58, y + 3, 118 - pose.ArmTurn);
        HandArt.Grip(c, look, 58, y - 1, 62 + pose.ArmTurn);
    }

    public static void Knead(Canvas c, KitchenLook look, ActionPose pose)
    {
        Rgb dough = look.Skinned(Ingredient.Dough);
        double push = 4 * pose.Swing(0.7);
        Flour(c, 0, 16, 70, 24);
        c.MoveTo(-50, 22);
        c.CurveTo(-56, -8, -34, -26, -8 + push, -16);
        c.CurveTo(4, -30, 52 + push, -24, 52, 18);
        c.CurveTo(46, 32, -42, 34, -50, 22);
        c.ClosePath();
        c.Shape(dough, 1.7);
        for (int i = -1; i <= 1; i++)
        {
            c.MoveTo(i * 18 - 9, -2 + push);
            c.CurveTo(i * 18 - 4, 6, i * 18 + 4, 6, i * 18 + 9, -4 + push);
            c.Stroke(dough.Darker(0.3), 1.8);
        }
        HandArt.Palm(c, look, -22 + push, 8 + push * 0.5, 128 - pose.ArmTurn);
        HandArt.Palm(c, look, 26 + push, 8 + push * 0.5, 52 + pose.ArmTurn);
        for (int side = -1; side <= 1; side += 2)
        {
            c.Arc(side * 46, -16, 14, 12, side < 0 ? 190 : 290, side < 0 ? 250 : 350);
            c.Stroke(Rgb.White, 2.4, 0.95);
            c.Arc(side * 48, -18, 21, 18, side < 0 ? 190 : 290, side < 0 ? 250 : 350);
            c.Stroke(Rgb.White, 2.4, 0.95);
        }
    }

    private static void Flour(Canvas c, double x, double y, double radiusX, double radiusY)
    {
        c.Ellipse(x, y, radiusX, radiusY);
        c.Fill(Rgb.White, 0.35);
        for (int i = 0; i < 10; i++)
        {
            double a = i * 2.4;
            c.Disc(x + Math.Cos(a) * radiusX * (0.8 + 0.3 * (i * 0.37 % 1)), y + Math.Sin(a) * radiusY * (0.8 + 0.3 * (i * 0.53 % 1)), 1.6, 1.2, Rgb.White, 0);
        }
    }
}
