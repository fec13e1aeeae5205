namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Tools and vessels. Vessels have the middle of their opening on the origin.</summary>
internal static class UtensilArt
{
    public static void Board(Canvas c, KitchenLook look)
    {
        c.Polygon(-58, -14, 58, -14, 68, 36, -68, 36);
        c.Shape(look.Board, 1.5);
        c.Polygon(-68, 36, 68, 36, 68, 41, -68, 41);
        c.Shape(look.Board.Darker(0.3), 1);
        c.Line(-50, 4, 30, 4, look.Board.Darker(0.18), 1);
        c.Line(-30, 20, 54, 20, look.Board.Darker(0.18), 1);
    }

    /// <summary>A light bowl; the contents are drawn between <see cref="BowlBack"/> and nothing: its front rim lies below them.</summary>
    public static void BowlBack(Canvas c, KitchenLook look, double radius)
    {
        double r = radius;
        c.MoveTo(-r, 0);
        c.CurveTo(-r * 0.95, r * 0.75, -r * 0.45, r * 0.85, 0, r * 0.85);
        c.CurveTo(r * 0.45, r * 0.85, r * 0.95, r * 0.75, r, 0);
        c.ClosePath();
        c.Shape(look.Bowl, 1.4);
        c.Disc(0, 0, r, r * 0.36, look.Bowl.Darker(0.12), 1.4);
    }

    public static void PotBack(Canvas c, KitchenLook look, double radius)
    {
        double r = radius;
        c.RoundRectangle(-r - 15, 4, 22, 9, 4);
        c.Shape(look.Pot.Darker(0.4));
        c.RoundRectangle(r - 7, 4, 22, 9, 4);
        c.Shape(look.Pot.Darker(0.4));
        c.MoveTo(-r, 0);
        c.LineTo(-r * 0.93, r * 0.7);
        c.CurveTo(-r * 0.8, r, r * 0.8, r, r * 0.93, r * 0.7);
        c.LineTo(r, 0);
        c.ClosePath();
        c.Shape(look.Pot, 1.4);
        c.Line(-r * 0.7, r * 0.3, -r * 0.66, r * 0.65, look.Pot.Lighter(0.35), 3);
        c.Disc(0, 0, r, r * 0.4, look.Pot.Lighter(0.25), 1.6);
    }

    /// <summary>A frying pan whose handle goes to the left.</summary>
    public static void Pan(Canvas c, double radius)
    {
        double r = radius;
        Rgb iron = Rgb.Hex(0x34363A);
        c.Polygon(-r - 46, 2, -r + 4, 0, -r + 4, 10, -r - 46, 10);
        c.Shape(Rgb.Hex(0x1D1E20));
        c.MoveTo(-r, 2);
        c.CurveTo(-r, r * 0.55, r, r * 0.55, r, 2);
        c.ClosePath();
        c.Shape(iron);
        c.Disc(0, 0, r, r * 0.38, iron.Lighter(0.2), 1.6);
        c.Disc(0, 1, r * 0.88, r * 0.31, iron.Darker(0.25), 0);
    }

    /// <summary>A knife whose tip is on the origin and whose handle goes up to the right; returns nothing, the fist belongs at (52, -30).</summary>
    public static void Knife(Canvas c, KitchenLook look)
    {
        c.Polygon(0, 0, 6, -12, 42, -31, 47, -22, 20, -4);
        c.Shape(KitchenLook.Metal.Lighter(0.35), 1.3);
        c.Line(4, -3, 44, -25, KitchenLook.Metal.Darker(0.25), 1);
        c.Line(45, -27, 68, -40, look.Handle.Darker(0.5), 9);
        c.Line(45, -27, 68, -40, look.Handle, 7);
    }

    /// <summary>A whisk with its tip on the origin, standing up.</summary>
    public static void Whisk(Canvas c, KitchenLook look)
    {
        Rgb wire = KitchenLook.Metal.Lighter(0.2);
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = -2; i <= 2; i++)
            {
                c.MoveTo(0, -46);
                c.CurveTo(i * 9, -34, i * 9, 0, 0, 1);
            }
            c.Stroke(pass == 0 ? wire.Darker(0.6) : wire, pass == 0 ? 3.2 : 1.8);
        }
        c.Line(0, -46, 0, -82, look.Handle.Darker(0.5), 8);
        c.Line(0, -46, 0, -82, look.Handle, 6);
    }

    /// <summary>A wooden spoon with its bowl on the origin, standing up.</summary>
    public static void Spoon(Canvas c)
    {
        Rgb wood = Rgb.Hex(0xB9803F);
        c.Line(0, -6, 0, -84, wood.Darker(0.5), 7);
        c.Line(0, -6, 0, -84, wood, 5);
        c.Disc(0, 0, 7.5, 10, wood);
    }

    /// <summary>A spatula with its blade on the origin, standing up.</summary>
    public static void Spatula(Canvas c, KitchenLook look)
    {
        c.Line(0, -10, 0, -74, look.Handle.Darker(0.5), 7);
        c.Line(0, -10, 0, -74, look.Handle, 5);
        c.Polygon(-9, -16, 9, -16, 11, 4, -11, 4);
        c.Shape(KitchenLook.Metal);
        for (int i = -1; i <= 1; i++)
            c.Line(i * 5, -12, i * 5, -2, KitchenLook.Metal.Darker(0.5), 1.6);
    }

    /// <summary>A box grater, 46 wide below and 84 high, its front's middle on the origin.</summary>
    public static void Grater(Canvas c, KitchenLook look)
    {
        c.MoveTo(-12, -42);
        c.CurveTo(-12, -58, 12, -58, 12, -42);
        c.Stroke(look.Handle, 5);
        c.Polygon(17, -42, 28, -36, 34, 38, 26, 42);
        c.Shape(KitchenLook.Metal.Darker(0.35));
        c.Polygon(-17, -42, 17, -42, 26, 42, -26, 42);
        c.Shape(KitchenLook.Metal, 1.6);
        for (int row = 0; row < 6; row++)
            for (int i = -1; i <= 1; i++)
                c.Disc(i * (8 + row * 1.3) + (row % 2 - 0.5) * 3, -32 + row * 12, 2.7, 1.9, Rgb.Hex(0x4A4F54), 0);
    }

    public static void RollingPin(Canvas c)
    {
        Rgb wood = Rgb.Hex(0xD39A58);
        c.Line(-62, 0, 62, 0, wood.Darker(0.55), 9);
        c.Line(-62, 0, 62, 0, wood.Darker(0.2), 7);
        c.RoundRectangle(-46, -12, 92, 24, 6);
        c.Shape(wood, 1.5);
        c.Line(-40, -6, 40, -6, wood.Lighter(0.5), 3);
    }

    /// <summary>A Y peeler: its blade on the origin, the handle going up to the right; the fist belongs at (34, -24).</summary>
    public static void Peeler(Canvas c, KitchenLook look)
    {
        c.Line(13, -9, 46, -32, look.Handle.Darker(0.5), 9);
        c.Line(13, -9, 46, -32, look.Handle, 7);
        c.MoveTo(-8, -7);
        c.CurveTo(2, -18, 20, -14, 9, 9);
        c.Stroke(Rgb.Hex(0x4A4F54), 4.4);
        c.Line(-8, -7, 9, 9, Rgb.White, 4.2);
        c.Line(-8, -7, 9, 9, Rgb.Hex(0x6B7075), 1.6);
    }

    /// <summary>A drinking glass standing below the origin, filled to a share with juice.</summary>
    public static void Glass(Canvas c, Rgb juice, double full)
    {
        c.Polygon(-19, 0, 19, 0, 14, 40, -14, 40);
        c.Fill(Rgb.White, 0.45);
        double top = 38 - 32 * full, half = 14 + 5 * (38 - top) / 40;
        c.Polygon(-half, top, half, top, 14, 39, -14, 39);
        c.Fill(juice, 0.9);
        c.Polygon(-19, 0, 19, 0, 14, 40, -14, 40);
        c.Stroke(Rgb.Hex(0x5E6B74), 1.5);
        c.Ellipse(0, 0, 19, 5);
        c.Stroke(Rgb.Hex(0x5E6B74), 1.5);
    }

    /// <summary>A tap that comes from above; its mouth is on the origin.</summary>
    public static void Tap(Canvas c)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            c.MoveTo(46, 44);
            c.LineTo(46, -14);
            c.CurveTo(46, -38, 0, -38, 0, -12);
            c.LineTo(0, -3);
            c.Stroke(pass == 0 ? KitchenLook.Metal.Darker(0.6) : KitchenLook.Metal, pass == 0 ? 13.5 : 10.5);
        }
        c.Line(43, 40, 43, -16, Rgb.White, 2, 0.8);
        c.Line(46, -26, 62, -34, KitchenLook.Metal.Darker(0.3), 6);
    }
}
