namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Cracking, pouring, squeezing and washing.</summary>
internal static class LiquidArt
{
    private static readonly Rgb Water = Rgb.Hex(0x8CC8F2);

    public static void Crack(Canvas c, KitchenLook look, ActionPose pose)
    {
        Rgb shell = look.Skinned(Ingredient.Egg), yolk = look.Flesh(Ingredient.Egg);
        c.Enter(0, 46);
        UtensilArt.BowlBack(c, look, 42);
        c.Disc(0, 2, 32, 10, Rgb.Hex(0xF4EFD9), 0.8);
        for (int i = 0; i < 1 + (int)(pose.Progress * 2.99); i++)
            c.Disc(-16 + 16 * i, 2 + i % 2 * 2, 8, 5, yolk, 1);
        c.Restore();
        double open = 13 + 4 * pose.Swing(0.5), fall = pose.Time * 0.8 % 1;
        HandArt.Claw(c, look, -open - 26, -8, 160 - pose.ArmTurn);
        HandArt.Claw(c, look, open + 26, -8, 20 + pose.ArmTurn);
        // White and yolk between the halves.
        c.Polygon(-7, -2, 7, -2, 4, 22, 7, 42, -7, 42, -4, 22);
        c.Fill(Rgb.Hex(0xFFFBE8), 0.85);
        c.Disc(0, 6 + 30 * fall, 8.5, 9.5, yolk, 1.2);
        for (int side = -1; side <= 1; side += 2)
        {
            c.Save();
            c.Translate(side * open, -8);
            c.Scale(side, 1);
            c.Rotate(-24);
            c.MoveTo(-8, -15);
            c.LineTo(-3, -9);
            c.LineTo(-8, -4);
            c.LineTo(-3, 2);
            c.LineTo(-8, 8);
            c.LineTo(-4, 14);
            c.CurveTo(10, 16, 18, 8, 18, 0);
            c.CurveTo(18, -8, 10, -16, -8, -15);
            c.ClosePath();
            c.Shape(shell, 1.6);
            c.Restore();
            c.Line(side * (open - 4), -28, side * (open + 2), -38, Rgb.White, 2.2, 0.9);
        }
        c.Line(0, -26, 0, -38, Rgb.White, 2.2, 0.9);
    }

    public static void Pour(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        Rgb liquid = look.Flesh(kind);
        double tilt = 4 * pose.Swing(0.35);
        c.Enter(14, 38);
        UtensilArt.BowlBack(c, look with { Bowl = look.Bowl.Darker(0.25) }, 40);
        double level = 0.45 + 0.45 * pose.Progress;
        c.Disc(0, 3 - 2 * level, 36 * level, 12 * level, liquid, 0.8);
        c.Restore();
        // The stream, with the splash it makes.
        for (int pass = 0; pass < 2; pass++)
        {
            c.MoveTo(-14, -30);
            c.CurveTo(4, -26, 8, -6, 9 + pose.Swing(2), 38);
            c.Stroke(pass == 0 ? liquid.Darker(0.4) : liquid, pass == 0 ? 11 : 8.6);
        }
        for (int i = 0; i < 4; i++)
            c.Disc(9 + (i - 1.5) * 11, 30 - 5 * Math.Abs(pose.Swing(1.6, i * 0.23)), 2.4, 2.4, liquid, 0.8);
        if (kind == Ingredient.Milk)
        {
            c.Enter(-40, -36, 108 + tilt, 1.15);
            IngredientArt.Whole(c, kind, look);
            c.Restore();
        }
        else
        {
            // A small bowl tipped over, yolks at its lip.
            c.Enter(-36, -34, 52 + tilt);
            UtensilArt.BowlBack(c, look, 26);
            c.Disc(3, 0, 22, 7, liquid, 0.8);
            c.Restore();
            c.Disc(-1, -17, 6.5, 7.5, liquid.Mix(Rgb.Hex(0xF28A10), 0.7), 1);
            c.Disc(8, 10, 6, 7, liquid.Mix(Rgb.Hex(0xF28A10), 0.7), 1);
        }
        HandArt.Grip(c, look, -54, -34, 170 - pose.ArmTurn);
    }

    public static void Squeeze(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        Rgb skin = look.Skinned(kind), juice = kind == Ingredient.Lemon ? skin.Lighter(0.25) : skin.Lighter(0.1);
        double press = 1 + 0.06 * pose.Swing(0.8);
        c.Enter(0, 44);
        UtensilArt.Glass(c, juice, 0.2 + 0.7 * pose.Progress);
        c.Restore();
        // The other half waits beside the glass, cut side up.
        c.Enter(36, 70);
        PreparedArt.Face(c, kind, look, 15, 10);
        c.Restore();
        c.Line(-2, 16, -2, 74, juice.Darker(0.3), 6);
        c.Line(-2, 16, -2, 74, juice, 4.2);
        for (int i = 0; i < 4; i++)
        {
            double y = 18 + (i * 17 + pose.Time * 50) % 40;
            c.Disc(-12 + 7 * i, y, 2.6, 3.8, juice, 1);
        }
        // A half, cut side down, pressed in a fist: skin above, cut face below.
        HandArt.Claw(c, look, 22, -14, -14 + pose.ArmTurn);
        c.MoveTo(-25, 8);
        c.CurveTo(-27, -24 * press, -8, -33 * press, -2, -33 * press);
        c.CurveTo(6, -33 * press, 25, -24 * press, 23, 8);
        c.ClosePath();
        c.Shape(skin, 1.6);
        c.Ellipse(-11, -14, 4, 6);
        c.Fill(Rgb.White, 0.5);
        c.Enter(-1, 8, 0);
        PreparedArt.Face(c, kind, look, 24, 9);
        c.Restore();
        // Fingers across it, dents beside them.
        for (int i = 0; i < 3; i++)
        {
            c.Line(24, -22 + 9 * i, -6 + 2 * i, -17 + 8 * i, look.Skin.Darker(0.5), 9);
            c.Line(24, -22 + 9 * i, -6 + 2 * i, -17 + 8 * i, look.Skin, 7.2);
        }
        c.Line(-34, -18, -26, -13, Rgb.White, 2.4, 0.95);
        c.Line(-36, 2, -27, 2, Rgb.White, 2.4, 0.95);
        c.Line(-22, -32, -16, -24, Rgb.White, 2.4, 0.95);
    }

    public static void Wash(Canvas c, Ingredient kind, KitchenLook look, ActionPose pose)
    {
        // The sink.
        c.RoundRectangle(-66, 6, 132, 48, 16);
        c.Shape(KitchenLook.Metal.Darker(0.2), 1.6);
        c.RoundRectangle(-58, 12, 116, 37, 13);
        c.Shape(Rgb.Hex(0x3E86C4), 1);
        for (int i = 0; i < 3; i++)
        {
            c.Ellipse(0, 34, 22 + 11 * i + 4 * pose.Swing(0.7), 7 + 3.5 * i);
            c.Stroke(Rgb.White, 1.3, 0.6);
        }
        HandArt.Claw(c, look, -36, 10, 150 - pose.ArmTurn);
        HandArt.Claw(c, look, 36, 10, 30 + pose.ArmTurn);
        c.Enter(pose.Swing(0.9) * 3, 2, 8 * pose.Swing(0.9), 1.35);
        IngredientArt.Whole(c, kind, look);
        c.Restore();
        // The water runs over it.
        c.Polygon(-7, -54, 7, -54, 8, -10, -8, -10);
        c.Fill(Water, 0.92);
        c.Line(-2, -50, -2, -14, Rgb.White, 2, 0.8);
        for (int side = -1; side <= 1; side += 2)
        {
            c.MoveTo(0, -12);
            c.CurveTo(side * 16, -20, side * 26, -10, side * 27, 18);
            c.Stroke(Water, 4, 0.85);
            for (int i = 0; i < 3; i++)
                c.Disc(side * (20 + 8 * i), -14 - 8 * Math.Abs(pose.Swing(1.4, i * 0.3)) + 5 * i, 2.5, 3, Water, 0.8);
        }
        c.Enter(0, -54);
        UtensilArt.Tap(c);
        c.Restore();
    }
}
