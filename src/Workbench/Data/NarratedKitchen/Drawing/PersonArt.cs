namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>The cook in front of the camera, talking: no action, whatever is said.</summary>
internal static class PersonArt
{
    public static void Draw(Canvas c, KitchenLook look, double x, double scale, double time, Ingredient? shown)
    {
        c.Enter(x, 150, 0, scale);
        double nod = 2 * Math.Sin(time * 2.1), mouth = 2 + 3 * Math.Abs(Math.Sin(time * 7.3));
        c.MoveTo(-78, 130);
        c.CurveTo(-78, 40, -40, 34, 0, 34);
        c.CurveTo(40, 34, 78, 40, 78, 130);
        c.ClosePath();
        c.Shape(look.Sleeve, 1.6);
        c.Polygon(-34, 60, 34, 60, 44, 130, -44, 130);
        c.Shape(look.Cloth, 1.4);
        c.Rectangle(-13, 14, 26, 26);
        c.Shape(look.Skin.Darker(0.1));
        c.Enter(nod * 0.5, nod * 0.4, nod);
        c.Disc(0, -24, 46, 48, look.Hair);
        c.Disc(0, -14, 35, 43, look.Skin, 1.5);
        c.MoveTo(-36, -26);
        c.CurveTo(-30, -70, 30, -70, 36, -26);
        c.CurveTo(20, -46, -20, -46, -36, -26);
        c.ClosePath();
        c.Shape(look.Hair);
        for (int side = -1; side <= 1; side += 2)
        {
            c.Disc(side * 13, -18, 6, 4, Rgb.White, 1);
            c.Disc(side * 13, -18, 2.6, 3, Rgb.Black, 0);
            c.Line(side * 19, -28, side * 7, -29, look.Hair.Darker(0.3), 2.4);
        }
        c.Line(0, -14, -3, -2, look.Skin.Darker(0.35), 2);
        c.Disc(0, 11, 11, mouth, Rgb.Hex(0xA53A3A), 1);
        c.Restore();
        if (shown is { } kind)
        {
            HandArt.Claw(c, look, 66, 20, 80);
            c.Enter(62, -8, 0, 1.2);
            IngredientArt.Whole(c, kind, look);
            c.Restore();
        }
        else
        {
            HandArt.Palm(c, look, 76 + 5 * Math.Sin(time * 3), 46 + 6 * Math.Sin(time * 2.3), 70);
        }
        c.Restore();
    }

    /// <summary>Where the ingredient that the cook shows to the camera is, in pixels of the frame.</summary>
    public static Box Shown(Ingredient kind, double x, double scale)
    {
        (double halfX, double halfY) = IngredientArt.HalfSize(kind);
        double cx = x + 62 * scale, cy = 150 - 8 * scale;
        return new(cx - halfX * 1.2 * scale, cy - halfY * 1.2 * scale, cx + halfX * 1.2 * scale, cy + halfY * 1.2 * scale);
    }
}
