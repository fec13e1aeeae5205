namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>The room: a wall down to <c>horizon</c> and a counter below it, in a 320×240 frame.</summary>
internal static class KitchenArt
{
    public static void Room(Canvas c, KitchenLook look, double horizon, double scale, StableRandom random)
    {
        c.Paint(look.Wall);
        Wall(c, look, horizon, scale, random);
        c.Rectangle(-20, horizon, 360, 300);
        c.Fill(look.Counter);
        c.Rectangle(-20, horizon - 3, 360, 6);
        c.Fill(look.Counter.Lighter(0.3));
        Counter(c, look, horizon, scale, random);
    }

    private static void Wall(Canvas c, KitchenLook look, double horizon, double scale, StableRandom random)
    {
        Rgb joint = look.Wall.Darker(0.16);
        double step = 26 * scale;
        switch (look.WallStyle)
        {
            case 1:
                for (double x = 6; x < 330; x += step)
                {
                    c.MoveTo(x, -10);
                    c.LineTo(x, horizon);
                }
                for (double y = horizon - step; y > -10; y -= step)
                {
                    c.MoveTo(-10, y);
                    c.LineTo(330, y);
                }
                c.Stroke(joint, 1.5);
                break;
            case 2:
                for (int row = 0; horizon - row * step * 0.6 > -10; row++)
                {
                    double y = horizon - row * step * 0.6;
                    c.MoveTo(-10, y);
                    c.LineTo(330, y);
                    for (double x = row % 2 * step * 0.7; x < 330; x += step * 1.4)
                    {
                        c.MoveTo(x, y);
                        c.LineTo(x, y - step * 0.6);
                    }
                }
                c.Stroke(joint, 1.5);
                break;
            case 3:
                for (double x = 10; x < 330; x += step * 1.5)
                {
                    c.MoveTo(x, -10);
                    c.LineTo(x, horizon);
                }
                c.Stroke(joint, 3);
                break;
        }
        // A window, a shelf with jars, or a cupboard, where there is room.
        if (horizon < 45)
            return;
        double left = random.Range(10, 220);
        switch (random.Below(4))
        {
            case 0:
                c.Rectangle(left, -10, 84 * scale, horizon - 8);
                c.Shape(Rgb.Hex(0xBFE0F5), 4);
                c.Line(left + 42 * scale, -10, left + 42 * scale, horizon - 18, look.WallTrim, 4);
                break;
            case 1:
                c.Rectangle(left, horizon * 0.5, 90 * scale, 6);
                c.Shape(look.WallTrim);
                for (int i = 0; i < 4; i++)
                {
                    c.RoundRectangle(left + 5 + i * 21 * scale, horizon * 0.5 - 20 * scale, 14 * scale, 20 * scale, 3);
                    c.Shape(look.WallTrim.Mix(Rgb.Hsv(i * 0.27, 0.3, 0.8), 0.6));
                }
                break;
            case 2:
                for (int i = 0; i < 2; i++)
                {
                    c.Rectangle(left + i * 50 * scale, -10, 48 * scale, horizon * 0.6 + 8);
                    c.Shape(look.WallTrim, 2);
                    c.Disc(left + (i == 0 ? 42 : 58) * scale, horizon * 0.4, 2.5, 2.5, look.WallTrim.Darker(0.6), 0);
                }
                break;
        }
    }

    private static void Counter(Canvas c, KitchenLook look, double horizon, double scale, StableRandom random)
    {
        switch (look.CounterStyle)
        {
            case 1:
                double gap = 6;
                for (double y = horizon + 10; y < 250; y += gap)
                {
                    c.MoveTo(-10, y);
                    c.CurveTo(100, y + random.Range(-3, 3), 220, y + random.Range(-3, 3), 330, y);
                    gap = 9 * scale + (y - horizon) * 0.08;
                }
                c.Stroke(look.Counter.Darker(0.14), 1.4);
                break;
            case 2:
                for (int i = 0; i < 60; i++)
                    c.Rectangle(random.Range(0, 320), random.Range(horizon + 4, 240), 2, 1.5);
                c.Fill(look.Counter.Darker(0.3));
                for (int i = 0; i < 40; i++)
                    c.Rectangle(random.Range(0, 320), random.Range(horizon + 4, 240), 2, 1.5);
                c.Fill(look.Counter.Lighter(0.45));
                break;
            case 3:
                for (double x = -160; x < 480; x += 44 * scale)
                {
                    c.MoveTo(160 + (x - 160) * 0.6, horizon + 3);
                    c.LineTo(x, 245);
                }
                c.Stroke(look.Counter.Lighter(0.4), 5 * scale, 0.7);
                for (double y = horizon + 16 * scale; y < 245; y += 30 * scale)
                {
                    c.MoveTo(-10, y);
                    c.LineTo(330, y);
                }
                c.Stroke(look.Counter.Lighter(0.4), 5 * scale, 0.7);
                break;
        }
    }
}
