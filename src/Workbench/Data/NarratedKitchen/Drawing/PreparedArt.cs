namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Ingredients after something was done to them: cut faces, bits, what lies in a pot or a pan.</summary>
internal static class PreparedArt
{
    /// <summary>The path of a whole one, to fill or to clip by.</summary>
    public static void Outline(Canvas c, Ingredient kind)
    {
        switch (kind)
        {
            case Ingredient.Tomato: c.Ellipse(0, 1, 17, 14.5); break;
            case Ingredient.Egg: IngredientArt.EggPath(c); break;
            case Ingredient.Onion: IngredientArt.OnionPath(c); break;
            case Ingredient.Carrot: IngredientArt.CarrotPath(c); break;
            case Ingredient.Cheese: IngredientArt.CheesePath(c); break;
            case Ingredient.Lemon: IngredientArt.LemonPath(c); break;
            default: c.Ellipse(0, 0, 24, 15); break;
        }
    }

    /// <summary>A cut face or slice, an ellipse of the given radii on the origin.</summary>
    public static void Face(Canvas c, Ingredient kind, KitchenLook look, double radiusX, double radiusY)
    {
        Rgb rim = look.Skinned(kind), flesh = look.Flesh(kind);
        if (kind is Ingredient.Cheese or Ingredient.Dough)
        {
            c.RoundRectangle(-radiusX, -radiusY, 2 * radiusX, 2 * radiusY, Math.Min(radiusX, radiusY) * 0.3);
            c.Shape(flesh);
            if (kind == Ingredient.Cheese)
            {
                c.Disc(-radiusX * 0.2, -radiusY * 0.4, radiusX * 0.3, radiusY * 0.17, rim.Darker(0.25), 0);
                c.Disc(radiusX * 0.2, radiusY * 0.4, radiusX * 0.35, radiusY * 0.2, rim.Darker(0.25), 0);
            }
            return;
        }
        c.Disc(0, 0, radiusX, radiusY, rim);
        c.Disc(0, 0, radiusX * 0.8, radiusY * 0.84, flesh, 0);
        switch (kind)
        {
            case Ingredient.Onion:
                for (double k = 0.65; k > 0.1; k -= 0.22)
                {
                    c.Ellipse(0, 0, radiusX * k, radiusY * k);
                    c.Stroke(rim, 1.1);
                }
                break;
            case Ingredient.Lemon:
            case Ingredient.Tomato:
                Rgb spoke = kind == Ingredient.Lemon ? Rgb.White : rim;
                for (int i = 0; i < 4; i++)
                {
                    double a = i * Math.PI / 4 + 0.3, x = Math.Cos(a) * radiusX * 0.75, y = Math.Sin(a) * radiusY * 0.75;
                    c.Line(-x, -y, x, y, spoke, 1.4);
                }
                break;
            case Ingredient.Carrot:
                c.Disc(0, 0, radiusX * 0.4, radiusY * 0.4, rim, 0);
                break;
            case Ingredient.Egg:
                c.Disc(0, 0, radiusX * 0.82, radiusY * 0.85, Rgb.White, 0);
                c.Disc(0, radiusY * 0.15, radiusX * 0.5, radiusY * 0.45, flesh, 0);
                break;
        }
    }

    /// <summary>One small bit as it falls from a hand or a grater.</summary>
    public static void Bit(Canvas c, Ingredient kind, KitchenLook look, double x, double y, double turn)
    {
        Rgb colour = kind is Ingredient.Onion or Ingredient.Tomato ? look.Flesh(kind) : look.Skinned(kind);
        double dx = 4.2 * Math.Cos(turn), dy = 4.2 * Math.Sin(turn);
        if (kind == Ingredient.Onion)
        {
            c.Enter(x, y, turn * 57);
            c.Rectangle(-3, -3, 6, 6);
            c.Shape(colour, 1);
            c.Line(-3, -3, 3, -3, look.Skinned(kind), 1.8);
            c.Restore();
            return;
        }
        c.Line(x - dx, y - dy, x + dx, y + dy, colour.Darker(0.4), 3.6);
        c.Line(x - dx, y - dy, x + dx, y + dy, colour, 2.2);
    }

    /// <summary>The surface of what is in a pot, bowl or pan: an ellipse of the given radii, with recognisable pieces.</summary>
    public static void Contents(Canvas c, Ingredient kind, KitchenLook look, double radiusX, double radiusY, double turn)
    {
        Rgb liquid = kind switch
        {
            Ingredient.Milk => look.Flesh(kind),
            Ingredient.Egg => look.Flesh(kind),
            Ingredient.Tomato => look.Skinned(kind),
            Ingredient.Onion => Rgb.Hex(0x9A7440),
            _ => look.Flesh(kind),
        };
        c.Disc(0, 0, radiusX, radiusY, liquid, 0.8);
        if (kind is not (Ingredient.Tomato or Ingredient.Onion))
            return;
        for (int i = 0; i < 8; i++)
        {
            double a = i * 2.4 + turn * 0.25, r = 0.25 + 0.6 * (i * 0.37 % 1);
            c.Enter(Math.Cos(a) * radiusX * r, Math.Sin(a) * radiusY * r, i * 50);
            Face(c, kind, look, radiusX * 0.17, radiusX * 0.12);
            c.Restore();
        }
    }
}
