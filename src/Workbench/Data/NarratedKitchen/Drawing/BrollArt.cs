namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Cut-away pictures: a plated dish, a heap of one ingredient on a market stall, a steaming cup.</summary>
internal static class BrollArt
{
    public const int Kinds = 3;

    /// <summary>Draws one: 0 a plated dish, 1 a heap of the ingredient, 2 a cup.</summary>
    public static void Draw(Canvas c, int kind, KitchenLook look, Ingredient ingredient, ulong seed)
    {
        var random = new StableRandom(seed);
        c.Paint(look.Cloth.Darker(0.35));
        switch (kind)
        {
            case 0:
                c.Rectangle(0, 70, 320, 180);
                c.Fill(look.Board.Darker(0.4));
                c.Disc(160, 150, 120, 58, Rgb.Hex(0xF6F6F2), 2);
                c.Disc(160, 148, 86, 40, Rgb.Hex(0xE9E7DE), 1);
                for (int i = 0; i < 9; i++)
                {
                    c.Enter(160 + random.Range(-56, 56), 142 + random.Range(-20, 20), random.Range(-30, 30));
                    PreparedArt.Face(c, i % 2 == 0 ? ingredient : Ingredient.Cheese, look, 16, 11);
                    c.Restore();
                }
                for (int i = 0; i < 10; i++)
                    c.Disc(160 + random.Range(-60, 60), 140 + random.Range(-24, 24), 5, 3, Rgb.Hex(0x3E9B3A), 0.8);
                break;
            case 1:
                c.Rectangle(0, 40, 320, 210);
                c.Fill(Rgb.Hex(0x6B4A2B));
                foreach ((double x, double y, double turn) in Places(seed))
                {
                    c.Enter(x, y, turn);
                    IngredientArt.Whole(c, ingredient, look);
                    c.Restore();
                }
                break;
            default:
                c.Rectangle(0, 150, 320, 100);
                c.Fill(look.Counter.Darker(0.2));
                c.RoundRectangle(110, 96, 90, 90, 14);
                c.Shape(look.Bowl, 2);
                c.Arc(200, 138, 24, 24, -70, 70);
                c.Stroke(look.Bowl.Darker(0.3), 9);
                c.Disc(155, 98, 44, 13, Rgb.Hex(0x5A3620), 1.5);
                break;
        }
    }

    /// <summary>What moves in a cut-away: the steam over the cup.</summary>
    public static void Steam(Canvas c, int kind, double time)
    {
        if (kind != 2)
            return;
        for (int i = -1; i <= 1; i++)
        {
            double x = 155 + i * 18, sway = 6 * Math.Sin(time * 2 + i);
            c.MoveTo(x, 84);
            c.CurveTo(x - 14 + sway, 66, x + 14 + sway, 50, x + sway, 24);
            c.Stroke(Rgb.White, 4, 0.5);
        }
    }

    /// <summary>The boxes of the ingredients in a heap, in pixels of the frame.</summary>
    public static IEnumerable<(Ingredient Kind, Box Box)> Heap(Ingredient ingredient, ulong seed)
    {
        (double halfX, double halfY) = IngredientArt.HalfSize(ingredient);
        return Places(seed).Select(p => (ingredient, new Box(p.X - halfX, p.Y - halfY, p.X + halfX, p.Y + halfY)));
    }

    private static IEnumerable<(double X, double Y, double Turn)> Places(ulong seed)
    {
        var random = new StableRandom(seed);
        for (double y = 62; y < 230; y += 30)
        {
            for (double x = 20 + random.Range(0, 12); x < 320; x += 42)
                yield return (x + random.Range(-5, 5), y + random.Range(-5, 5), random.Range(-14, 14));
        }
    }
}
