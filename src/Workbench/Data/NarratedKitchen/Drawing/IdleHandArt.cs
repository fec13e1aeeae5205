namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Hands that do none of the actions: they rest, point, wipe the counter, or hold a thing up.</summary>
internal static class IdleHandArt
{
    public const int Kinds = 4;

    /// <summary>The kind that holds an ingredient.</summary>
    public const int Holds = 3;

    /// <param name="c">The canvas.</param>
    /// <param name="kind">0 rests, 1 points, 2 wipes, 3 holds an ingredient.</param>
    /// <param name="look">The kitchen.</param>
    /// <param name="x">Where, in pixels.</param>
    /// <param name="y">Where, in pixels.</param>
    /// <param name="scale">Camera scale.</param>
    /// <param name="fromLeft">The arm comes from the left.</param>
    /// <param name="time">Seconds.</param>
    /// <param name="held">What <paramref name="kind"/> 3 holds.</param>
    public static void Draw(Canvas c, int kind, KitchenLook look, double x, double y, double scale, bool fromLeft, double time, Ingredient held)
    {
        c.Save();
        c.Translate(x, y);
        c.Scale(fromLeft ? -scale : scale, scale);
        switch (kind)
        {
            case 0:
                HandArt.Palm(c, look, 0, 0, 50);
                break;
            case 1:
                HandArt.Point(c, look, 2 * Math.Sin(time * 5), 2 * Math.Sin(time * 4), 40);
                break;
            case 2:
                double dx = 14 * Math.Sin(time * 4);
                c.Polygon(dx - 34, 2, dx - 8, -12, dx + 24, -4, dx + 16, 14, dx - 20, 17);
                c.Shape(look.Cloth, 1.4);
                HandArt.Palm(c, look, dx + 8, 2, 42);
                break;
            default:
                double dy = 3 * Math.Sin(time * 2);
                HandArt.Claw(c, look, 18, dy + 6, 48);
                c.Enter(0, dy - 4, 0, 1.1);
                IngredientArt.Whole(c, held, look);
                c.Restore();
                break;
        }
        c.Restore();
    }

    /// <summary>The box of the ingredient that is held, in pixels of the scene.</summary>
    public static Box Held(Ingredient kind, double x, double y, double scale)
    {
        (double halfX, double halfY) = IngredientArt.HalfSize(kind);
        double cy = y - 4 * scale;
        return new(x - 1.1 * halfX * scale, cy - 1.1 * halfY * scale, x + 1.1 * halfX * scale, cy + 1.1 * halfY * scale);
    }
}
