namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Whisking, stirring, sprinkling and frying: what happens above a bowl, a pot, a plate and a pan.</summary>
internal static class MixingArt
{
    public static void Whisk(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        UtensilArt.BowlBack(c, look, 48);
        c.Save();
        c.Translate(0, 3);
        PreparedArt.Contents(c, kind, look, 41, 13, 0);
        Rgb foam = look.Flesh(kind).Lighter(0.7);
        for (int i = 0; i < 9; i++)
        {
            double a = i * 2.4;
            c.Disc(Math.Cos(a) * 33 * (0.5 + 0.5 * (i * 0.37 % 1)), Math.Sin(a) * 9, 2.2 + i % 3, 1.8 + i % 3 * 0.6, foam, 0.9);
        }
        if (kind == Ingredient.Egg)
        {
            c.Disc(-24, 2, 8, 5, Rgb.Hex(0xF28A10), 1);
            c.Disc(22, -3, 7, 4.4, Rgb.Hex(0xF28A10), 1);
        }
        c.Restore();
        double x = 13 * pose.Swing(1.7);
        // Zigzags beside the whisk: it is beaten to and fro.
        for (int side = -1; side <= 1; side += 2)
        {
            c.MoveTo(side * 24, -30);
            c.LineTo(side * 34, -24);
            c.LineTo(side * 24, -18);
            c.LineTo(side * 34, -12);
            c.Stroke(Rgb.White, 2.4, 0.95);
            for (int i = 0; i < 3; i++)
                c.Disc(side * (14 + 12 * i), -10 - 9 * Math.Abs(pose.Swing(1.3, i * 0.31)), 2.4, 2.6, look.Flesh(kind), 0.9);
        }
        c.Enter(x * 0.5, 6, 14 - x);
        UtensilArt.Whisk(c, look);
        c.Restore();
        double a2 = (14 - x) * Math.PI / 180;
        HandArt.Grip(c, look, x * 0.5 + 72 * Math.Sin(a2), 6 - 72 * Math.Cos(a2), 16 + pose.ArmTurn);
    }

    public static void Stir(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        UtensilArt.PotBack(c, look, 48);
        c.Save();
        c.Translate(0, 3);
        PreparedArt.Contents(c, kind, look, 42, 15, pose.Time * 2);
        Rgb swirl = kind == Ingredient.Milk ? Rgb.Hex(0x8FA3B5) : Rgb.White;
        for (int i = 0; i < 2; i++)
        {
            double turn = pose.Time * 150 + 180 * i;
            c.Arc(0, 0, 30, 10, turn + 20, turn + 150);
            c.Stroke(swirl, 2.4, 0.9);
            c.Arc(0, 0, 18, 6, turn - 20, turn + 90);
            c.Stroke(swirl, 2, 0.8);
        }
        c.Restore();
        double angle = pose.Time * 2 * Math.PI * 0.45, x = 20 * Math.Cos(angle), y = 3 + 6 * Math.Sin(angle);
        c.Enter(x, y, 22 - x * 0.5);
        UtensilArt.Spoon(c);
        c.Restore();
        double lean = (22 - x * 0.5) * Math.PI / 180;
        HandArt.Grip(c, look, x + 74 * Math.Sin(lean), y - 74 * Math.Cos(lean), 16 + pose.ArmTurn);
        // A round arrow above the rim.
        c.Arc(-22, -26, 14, 8, 150, 380);
        c.Stroke(Rgb.White, 2.6, 0.95);
        c.Polygon(-12, -29, -3, -24, -13, -18);
        c.Fill(Rgb.White, 0.95);
    }

    public static void Sprinkle(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        // A flat bread with sauce on a plate.
        c.Disc(0, 20, 62, 23, Rgb.Hex(0xF4F4F0), 1.5);
        c.Disc(0, 18, 53, 19, Rgb.Hex(0xD9A55C), 1.2);
        c.Disc(0, 17, 45, 15, Rgb.Hex(0xB5502F), 0);
        int lying = 6 + (int)(pose.Progress * 14);
        for (int i = 0; i < lying; i++)
        {
            double a = i * 2.4, r = Math.Sqrt((i + 0.5) / 20);
            PreparedArt.Bit(c, kind, look, Math.Cos(a) * 40 * r, 17 + Math.Sin(a) * 12 * r, i * 1.3);
        }
        double x = 16 * pose.Swing(0.4);
        for (int i = 0; i < 11; i++)
        {
            double fall = (i * 0.29 + pose.Time * 1.1) % 1;
            PreparedArt.Bit(c, kind, look, x - 4 + ((i * 0.618 % 1) - 0.5) * (10 + 34 * fall), -28 + 42 * fall, i);
        }
        for (int i = -1; i <= 1; i++)
            c.Line(x - 4 + i * 17, -24, x - 4 + i * 22, -10, Rgb.White, 1.8, 0.8);
        HandArt.Pinch(c, look, x + 12, -48, -52 + pose.ArmTurn);
    }

    public static void Fry(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        // The burner with its flames.
        c.Disc(0, 38, 46, 10, Rgb.Hex(0x222326), 1);
        for (int i = -3; i <= 3; i++)
        {
            double h = 15 + 4 * pose.Swing(2.3, i * 0.3);
            c.MoveTo(i * 11 - 6, 38);
            c.CurveTo(i * 11 - 6, 38 - h * 0.6, i * 11, 38 - h * 0.6, i * 11, 38 - h - 4);
            c.CurveTo(i * 11, 38 - h * 0.6, i * 11 + 6, 38 - h * 0.6, i * 11 + 6, 38);
            c.ClosePath();
            c.Shape(i % 2 == 0 ? Rgb.Hex(0x3B7BE8) : Rgb.Hex(0xFF8A1E), 0.8);
        }
        UtensilArt.Pan(c, 52);
        InPan(c, kind, look, pose);
        // It sizzles and steams.
        for (int i = 0; i < 8; i++)
        {
            double x = -38 + i * 10.7, jump = Math.Abs(pose.Swing(1.9, i * 0.37));
            c.Disc(x, -4 - 12 * jump + 5 * Math.Cos(i * 2.0), 1.8, 1.8, Rgb.Hex(0xFFF3C4), 0.6);
        }
        for (int i = -1; i <= 1; i++)
        {
            double x = i * 20 - 6, up = 4 * pose.Swing(0.6, i * 0.2);
            c.MoveTo(x, -20);
            c.CurveTo(x - 10 + up, -30, x + 10 + up, -40, x, -52);
            c.CurveTo(x - 6, -58, x + 4 + up, -62, x + 2, -68);
            c.Stroke(Rgb.White, 4, 0.6);
        }
        double push = 5 * pose.Swing(0.8);
        c.Enter(20 + push, 0, 40);
        UtensilArt.Spatula(c, look);
        c.Restore();
        HandArt.Grip(c, look, 20 + push + 44, -52, 10 + pose.ArmTurn);
        HandArt.Grip(c, look, -86, 6, 150 - pose.ArmTurn);
    }

    private static void InPan(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        if (kind == Ingredient.Egg)
        {
            c.MoveTo(-34, 2);
            c.CurveTo(-30, -12, -8, -8, 4, -12);
            c.CurveTo(20, -16, 38, -2, 28, 7);
            c.CurveTo(16, 15, -4, 10, -12, 13);
            c.CurveTo(-24, 16, -36, 10, -34, 2);
            c.ClosePath();
            c.Shape(Rgb.Hex(0xFCFAF2), 1.2);
            c.Disc(-6, 0, 12, 7.5, look.Flesh(kind).Mix(Rgb.Hex(0xF28A10), 0.4), 1.2);
            c.Ellipse(-9, -3, 3, 1.5);
            c.Fill(Rgb.White, 0.8);
            return;
        }
        if (kind == Ingredient.Dough)
        {
            Rgb cake = look.Skinned(kind).Mix(Rgb.Hex(0xB8722A), 0.25 + 0.4 * pose.Progress);
            c.Disc(-2, 4, 38, 12, cake.Darker(0.3), 1.2);
            c.Disc(-2, 0, 38, 12, cake, 1.2);
            c.Disc(-14, -2, 6, 2.4, cake.Darker(0.3), 0);
            c.Disc(12, 2, 8, 3, cake.Darker(0.3), 0);
            c.Disc(2, -6, 5, 1.8, cake.Darker(0.3), 0);
            return;
        }
        for (int i = 0; i < 9; i++)
        {
            double a = i * 2.4 + 0.4, r = Math.Sqrt((i + 0.4) / 9.5);
            c.Enter(Math.Cos(a) * 36 * r, Math.Sin(a) * 12 * r, i * 40 % 60 - 30);
            if (kind == Ingredient.Onion)
            {
                // Loose rings.
                c.Ellipse(0, 0, 10, 6);
                c.Stroke(look.Skinned(kind).Darker(0.2), 5);
                c.Ellipse(0, 0, 10, 6);
                c.Stroke(look.Flesh(kind), 2.6);
            }
            else
            {
                PreparedArt.Face(c, kind, look, 12, 7);
            }
            c.Restore();
        }
    }
}
