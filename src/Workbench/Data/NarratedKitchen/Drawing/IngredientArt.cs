namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Ingredients as they stand about: whole, seen from the side, about 30 units high, centred on the origin.</summary>
internal static class IngredientArt
{
    /// <summary>Half the width and half the height of a whole one, in units.</summary>
    public static (double X, double Y) HalfSize(Ingredient kind) => kind switch
    {
        Ingredient.Tomato => (17, 16),
        Ingredient.Egg => (12, 15),
        Ingredient.Onion => (17, 20),
        Ingredient.Carrot => (30, 12),
        Ingredient.Dough => (25, 15),
        Ingredient.Milk => (13, 26),
        Ingredient.Cheese => (22, 16),
        _ => (19, 14),
    };

    public static void Whole(Canvas c, Ingredient kind, KitchenLook look)
    {
        Rgb skin = look.Skinned(kind);
        switch (kind)
        {
            case Ingredient.Tomato: Tomato(c, skin); break;
            case Ingredient.Egg: Egg(c, skin); break;
            case Ingredient.Onion: Onion(c, skin); break;
            case Ingredient.Carrot: Carrot(c, skin, leaves: true); break;
            case Ingredient.Dough: Dough(c, skin); break;
            case Ingredient.Milk when look.MilkInBottle: MilkBottle(c, skin); break;
            case Ingredient.Milk: MilkCarton(c, skin); break;
            case Ingredient.Cheese: Cheese(c, skin); break;
            default: Lemon(c, skin); break;
        }
    }

    public static void Tomato(Canvas c, Rgb skin)
    {
        c.Disc(0, 1, 17, 14.5, skin);
        c.Ellipse(-6, -4, 4, 2.6);
        c.Fill(Rgb.White, 0.55);
        Rgb green = Rgb.Hex(0x2F7D32);
        c.Polygon(0, -9, 9, -13, 3, -14.5, 4, -19, -1, -15, -7, -17, -4, -13, -11, -10);
        c.Fill(green);
    }

    public static void EggPath(Canvas c, double size = 1)
    {
        c.MoveTo(0, -15 * size);
        c.CurveTo(8 * size, -15 * size, 12 * size, -2 * size, 12 * size, 3 * size);
        c.CurveTo(12 * size, 10 * size, 7 * size, 14 * size, 0, 14 * size);
        c.CurveTo(-7 * size, 14 * size, -12 * size, 10 * size, -12 * size, 3 * size);
        c.CurveTo(-12 * size, -2 * size, -8 * size, -15 * size, 0, -15 * size);
        c.ClosePath();
    }

    private static void Egg(Canvas c, Rgb skin)
    {
        EggPath(c);
        c.Shape(skin);
        c.Ellipse(-4, -4, 2.6, 4);
        c.Fill(Rgb.White, 0.8);
    }

    public static void OnionPath(Canvas c)
    {
        c.MoveTo(0, -21);
        c.CurveTo(2, -14, 17, -12, 17, 2);
        c.CurveTo(17, 12, 8, 16, 0, 16);
        c.CurveTo(-8, 16, -17, 12, -17, 2);
        c.CurveTo(-17, -12, -2, -14, 0, -21);
        c.ClosePath();
    }

    private static void Onion(Canvas c, Rgb skin)
    {
        Rgb line = skin.Darker(0.35);
        c.Line(-3, 16, -5, 20, line, 1.2);
        c.Line(0, 16, 0, 21, line, 1.2);
        c.Line(3, 16, 5, 20, line, 1.2);
        OnionPath(c);
        c.Shape(skin);
        for (int i = -2; i <= 2; i++)
        {
            c.MoveTo(0, -17);
            c.CurveTo(i * 6, -9, i * 7, 6, i * 2, 15);
        }
        c.Stroke(line, 1);
    }

    public static void CarrotPath(Canvas c)
    {
        c.MoveTo(-24, -7);
        c.CurveTo(-10, -9, 12, -5, 31, 1);
        c.CurveTo(14, 8, -8, 10, -24, 8);
        c.CurveTo(-28, 5, -28, -4, -24, -7);
        c.ClosePath();
    }

    public static void Carrot(Canvas c, Rgb skin, bool leaves)
    {
        if (leaves)
        {
            Rgb green = Rgb.Hex(0x3E9B3A);
            c.Line(-26, 0, -39, -8, green, 3.4);
            c.Line(-26, 0, -42, -1, green, 3.4);
            c.Line(-26, 0, -38, 6, green, 3.4);
        }
        CarrotPath(c);
        c.Shape(skin);
        Rgb line = skin.Darker(0.3);
        c.Line(-16, -7, -14, -1, line, 1.1);
        c.Line(-4, 8, -3, 3, line, 1.1);
        c.Line(7, -4.5, 8, 0, line, 1.1);
    }

    private static void Dough(Canvas c, Rgb skin)
    {
        c.MoveTo(-25, 10);
        c.CurveTo(-26, -8, -12, -16, 2, -15);
        c.CurveTo(16, -15, 27, -4, 25, 10);
        c.CurveTo(18, 15, -18, 15, -25, 10);
        c.ClosePath();
        c.Shape(skin);
        c.MoveTo(-12, -3);
        c.CurveTo(-4, 3, 6, 2, 13, -5);
        c.Stroke(skin.Darker(0.28), 1.4);
        c.Ellipse(-8, -9, 6, 2.4);
        c.Fill(Rgb.White, 0.5);
    }

    private static void MilkCarton(Canvas c, Rgb skin)
    {
        Rgb blue = Rgb.Hex(0x2A62B8);
        c.Polygon(-13, -14, -9, -24, 9, -24, 13, -14);
        c.Shape(blue.Lighter(0.25));
        c.Rectangle(-9, -28, 18, 4);
        c.Shape(Rgb.White);
        c.Rectangle(-13, -14, 26, 40);
        c.Shape(skin);
        c.MoveTo(-13, 10);
        c.CurveTo(-5, 2, 5, 16, 13, 6);
        c.LineTo(13, 26);
        c.LineTo(-13, 26);
        c.ClosePath();
        c.Fill(blue);
        c.Disc(0, -4, 4, 5, blue, 0);
    }

    private static void MilkBottle(Canvas c, Rgb skin)
    {
        c.MoveTo(-6, -22);
        c.CurveTo(-6, -10, -13, -10, -13, 2);
        c.LineTo(-13, 22);
        c.CurveTo(-13, 27, 13, 27, 13, 22);
        c.LineTo(13, 2);
        c.CurveTo(13, -10, 6, -10, 6, -22);
        c.ClosePath();
        c.Shape(skin);
        c.Rectangle(-7, -28, 14, 6);
        c.Shape(Rgb.Hex(0x2A62B8));
        c.Line(-8, 4, -8, 18, Rgb.Hex(0xB9C7D8), 2);
    }

    public static void CheesePath(Canvas c)
    {
        c.MoveTo(-22, 4);
        c.LineTo(16, -15);
        c.CurveTo(22, -10, 23, -4, 22, 2);
        c.LineTo(22, 16);
        c.LineTo(-22, 16);
        c.ClosePath();
    }

    private static void Cheese(Canvas c, Rgb skin)
    {
        CheesePath(c);
        c.Shape(skin);
        c.MoveTo(-22, 4);
        c.LineTo(22, 2);
        c.Stroke(skin.Darker(0.35), 1.2);
        Rgb hole = skin.Darker(0.32);
        c.Disc(-8, 10, 4, 3.4, hole, 0);
        c.Disc(6, 8, 3, 2.6, hole, 0);
        c.Disc(15, 12, 2.6, 2.2, hole, 0);
        c.Disc(9, -6, 3, 2.2, hole, 0);
    }

    public static void LemonPath(Canvas c)
    {
        c.MoveTo(-20, 0);
        c.CurveTo(-15, -4, -14, -13, 0, -13);
        c.CurveTo(12, -13, 15, -5, 20, 0);
        c.CurveTo(15, 5, 12, 13, 0, 13);
        c.CurveTo(-14, 13, -15, 4, -20, 0);
        c.ClosePath();
    }

    private static void Lemon(Canvas c, Rgb skin)
    {
        LemonPath(c);
        c.Shape(skin);
        c.Ellipse(-5, -5, 4, 2.4);
        c.Fill(Rgb.White, 0.6);
        Rgb pore = skin.Darker(0.25);
        c.Disc(5, 3, 1, 1, pore, 0);
        c.Disc(-3, 6, 1, 1, pore, 0);
        c.Disc(9, -3, 1, 1, pore, 0);
    }
}
