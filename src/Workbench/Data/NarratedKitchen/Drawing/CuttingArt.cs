namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Cutting, peeling and grating.</summary>
internal static class CuttingArt
{
    private static readonly Rgb Trace = Rgb.White;

    public static void Cut(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        UtensilArt.Board(c, look);
        double lift = 4 + 9 * (1 + pose.Swing(1.3)) / 2;
        // What is left of the object, its cut face under the blade.
        c.Save();
        c.Rectangle(-80, -60, 80 - 2, 120);
        c.Clip();
        c.Enter(kind == Ingredient.Carrot ? -20 : -8, 2, 0, kind == Ingredient.Carrot ? 1.5 : 1.35);
        PreparedArt.Outline(c, kind);
        c.Shape(look.Skinned(kind), 1.4);
        c.Restore();
        c.Restore();
        (double Rx, double Ry) face = kind switch
        {
            Ingredient.Carrot => (5, 10),
            Ingredient.Lemon => (7, 16),
            Ingredient.Egg => (6, 14),
            Ingredient.Dough => (8, 18),
            _ => (7, 19),
        };
        c.Enter(-2, 2);
        PreparedArt.Face(c, kind, look, face.Rx, face.Ry);
        c.Restore();
        int slices = 2 + (int)(pose.Progress * 3.99);
        for (int i = 0; i < slices; i++)
        {
            c.Enter(14 + 11 * i, 16 + i % 2 * 3, 24);
            PreparedArt.Face(c, kind, look, face.Rx * 1.15, Math.Min(face.Ry, 15));
            c.Restore();
        }
        HandArt.Claw(c, look, -42, 0, 158 - pose.ArmTurn);
        c.Enter(-3, 20 - lift, -22);
        UtensilArt.Knife(c, look);
        c.Restore();
        for (int i = 0; i < 3; i++)
        {
            c.Arc(-3, 20 - lift, 48 + 7 * i, 48 + 7 * i, -92, -68);
            c.Stroke(Trace, 2, 0.85);
        }
        double a = -22 * Math.PI / 180, fistX = 58 * Math.Cos(a) - -34 * Math.Sin(a), fistY = 58 * Math.Sin(a) + -34 * Math.Cos(a);
        HandArt.Grip(c, look, -3 + fistX, 20 - lift + fistY, 12 + pose.ArmTurn);
    }

    public static void Peel(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        Rgb skin = kind == Ingredient.Egg ? look.Skinned(kind).Mix(Rgb.Hex(0xC99A6B), 0.6) : look.Skinned(kind), flesh = kind == Ingredient.Egg ? Rgb.White : look.Flesh(kind);
        double stroke = 8 * pose.Swing(0.9), scale = kind == Ingredient.Carrot ? 1.6 : 1.75;
        // Peelings that have fallen already.
        for (int i = 0; i < 2 + (int)(pose.Progress * 4); i++)
            Peeling(c, kind, skin, flesh, -28 + 15 * i, 46 + i % 2 * 6, 12, i % 2 == 0 ? 1 : -1);
        HandArt.Claw(c, look, -34, 18, 140 - pose.ArmTurn);
        c.Enter(-8, 4, kind == Ingredient.Carrot ? -28 : 12, scale);
        PreparedArt.Outline(c, kind);
        c.Shape(skin, 1);
        // The peeled side.
        c.Save();
        PreparedArt.Outline(c, kind);
        c.Clip();
        double edge = kind == Ingredient.Carrot ? 12 - 26 * pose.Progress : 3 - 8 * pose.Progress;
        c.Polygon(edge, -40, 50, -40, 50, 40, edge, 40, edge - 4, 20, edge + 3, 8, edge - 3, -6, edge + 3, -18);
        c.Shape(flesh, 1.2);
        if (kind == Ingredient.Egg)
        {
            // The shell that is left is cracked.
            c.MoveTo(-12, -4);
            c.LineTo(-7, -7);
            c.LineTo(-4, -2);
            c.LineTo(edge, -5);
            c.MoveTo(-11, 5);
            c.LineTo(-5, 3);
            c.LineTo(-2, 8);
            c.LineTo(edge, 6);
            c.Stroke(skin.Darker(0.6), 1);
            c.Ellipse(edge + 6, -3, 1.6, 4);
            c.Fill(Rgb.Hex(0xD5E4F0));
        }
        if (kind == Ingredient.Onion)
            c.Line(edge + 7, -12, edge + 8, 12, flesh.Darker(0.2), 1.2);
        c.Restore();
        c.Restore();
        // The thumb that holds it.
        c.Line(-38, 18, -22, 12, look.Skin.Darker(0.5), 9);
        c.Line(-38, 18, -22, 12, look.Skin, 7.2);
        double x = 6 + stroke * 0.5, y = -4 + stroke;
        Peeling(c, kind, skin, flesh, x - 1, y + 10, 30, 1);
        c.Enter(x, y);
        UtensilArt.Peeler(c, look);
        c.Restore();
        c.Line(x + 20, y + 10, x + 30, y + 26, Trace, 2.2, 0.9);
        c.Line(x + 28, y + 4, x + 38, y + 20, Trace, 2.2, 0.9);
        HandArt.Grip(c, look, x + 42, y - 30, 2 + pose.ArmTurn);
    }

    public static void Grate(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        double slide = 12 * pose.Swing(1.1);
        // The heap under the grater.
        int bits = 10 + (int)(pose.Progress * 16);
        for (int i = 0; i < bits; i++)
            PreparedArt.Bit(c, kind, look, 16 + 30 * ((i * 0.618 % 1) - 0.5) * (1 + pose.Progress), 50 - 10 * (i * 0.414 % 1) * (1 - Math.Abs((i * 0.618 % 1) - 0.5)), i * 1.7);
        c.Enter(-16, 6, 0, 1.05);
        UtensilArt.Grater(c, look);
        c.Restore();
        HandArt.Grip(c, look, -20, -50, 205 - pose.ArmTurn);
        for (int i = 0; i < 5; i++)
            PreparedArt.Bit(c, kind, look, 10 + i % 3 * 7, 8 + (i * 11 + pose.Time * 40) % 36, i * 1.1);
        c.Enter(8, slide * 0.8, kind == Ingredient.Carrot ? 20 : 60, 1.15);
        if (kind == Ingredient.Carrot)
        {
            c.Scale(-1, 1);
            c.Translate(-14, 0);
        }
        IngredientArt.Whole(c, kind, look);
        c.Restore();
        c.Line(-14, -24 + slide * 0.3, -14, 22 + slide * 0.3, Trace, 2.2, 0.9);
        c.Polygon(-19, 16, -9, 16, -14, 26);
        c.Fill(Trace, 0.9);
        c.Polygon(-19, -18, -9, -18, -14, -28);
        c.Fill(Trace, 0.9);
        HandArt.Claw(c, look, 38, -4 + slide * 0.8, 14 + pose.ArmTurn);
    }

    private static void Peeling(Canvas c, Ingredient kind, Rgb skin, Rgb flesh, double x, double y, double length, double side)
    {
        if (kind == Ingredient.Egg)
        {
            c.Polygon(x, y, x + 7 * side, y - 4, x + 9 * side, y + 5, x + 2 * side, y + 8);
            c.Shape(skin, 1.1);
            return;
        }
        for (int pass = 0; pass < 3; pass++)
        {
            c.MoveTo(x, y);
            c.CurveTo(x + 14 * side, y + length * 0.3, x - 12 * side, y + length * 0.55, x + 4 * side, y + length * 0.75);
            c.CurveTo(x + 14 * side, y + length * 0.9, x - 2 * side, y + length * 1.15, x - 6 * side, y + length * 0.95);
            c.Stroke(pass == 0 ? skin.Darker(0.55) : pass == 1 ? skin : flesh, pass == 0 ? 7.4 : pass == 1 ? 5.4 : 1.4);
        }
    }
}
