namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Idle tools and vessels, centred on the origin.</summary>
internal static class PropArt
{
    public static (double X, double Y) HalfSize(Prop prop) => prop switch
    {
        Prop.Bowl => (28, 17),
        Prop.Pot => (40, 22),
        Prop.Pan => (56, 14),
        Prop.Board => (44, 18),
        Prop.Knife => (36, 8),
        Prop.Whisk => (42, 11),
        Prop.Spoon => (46, 8),
        Prop.Grater => (22, 36),
        Prop.RollingPin => (52, 10),
        Prop.Glass => (16, 20),
        Prop.Plate => (34, 13),
        _ => (14, 20),
    };

    public static void Draw(Canvas c, Prop prop, KitchenLook look)
    {
        switch (prop)
        {
            case Prop.Bowl:
                c.Translate(0, -8);
                UtensilArt.BowlBack(c, look, 28);
                break;
            case Prop.Pot:
                c.Translate(0, -12);
                UtensilArt.PotBack(c, look, 28);
                break;
            case Prop.Pan:
                c.Translate(20, -4);
                UtensilArt.Pan(c, 34);
                break;
            case Prop.Board:
                c.Scale(0.65, 0.65);
                c.Translate(0, -12);
                UtensilArt.Board(c, look);
                break;
            case Prop.Knife:
                c.Rotate(31);
                c.Translate(-34, 20);
                UtensilArt.Knife(c, look);
                break;
            case Prop.Whisk:
                c.Rotate(90);
                c.Translate(0, 42);
                UtensilArt.Whisk(c, look);
                break;
            case Prop.Spoon:
                c.Rotate(90);
                c.Translate(0, 40);
                UtensilArt.Spoon(c);
                break;
            case Prop.Grater:
                c.Scale(0.7, 0.7);
                c.Translate(-3, 8);
                UtensilArt.Grater(c, look);
                break;
            case Prop.RollingPin:
                c.Scale(0.8, 0.8);
                UtensilArt.RollingPin(c);
                break;
            case Prop.Glass:
                c.Translate(0, -20);
                UtensilArt.Glass(c, Rgb.White, 0);
                break;
            case Prop.Plate:
                c.Disc(0, 0, 34, 13, Rgb.Hex(0xF2F2EE), 1.4);
                c.Disc(0, 0, 22, 8, Rgb.Hex(0xE2E2DC), 0);
                break;
            default:
                c.RoundRectangle(-12, -12, 24, 32, 5);
                c.Shape(look.Cloth.Mix(Rgb.White, 0.3));
                c.RoundRectangle(-13, -20, 26, 9, 3);
                c.Shape(look.Handle);
                break;
        }
    }
}
