namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>A colour, each part in [0, 1].</summary>
internal readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb White => new(1, 1, 1);
    public static Rgb Black => new(0.06, 0.05, 0.05);

    /// <summary>0xRRGGBB.</summary>
    public static Rgb Hex(int value) => new((value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0);

    /// <summary>Hue in turns, saturation and value in [0, 1].</summary>
    public static Rgb Hsv(double hue, double saturation, double value)
    {
        double h = (hue - Math.Floor(hue)) * 6, f = h - Math.Floor(h);
        double p = value * (1 - saturation), q = value * (1 - saturation * f), t = value * (1 - saturation * (1 - f));
        return (int)h switch
        {
            0 => new(value, t, p),
            1 => new(q, value, p),
            2 => new(p, value, t),
            3 => new(p, q, value),
            4 => new(t, p, value),
            _ => new(value, p, q),
        };
    }

    public Rgb Mix(Rgb other, double share) => new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);

    public Rgb Darker(double share = 0.45) => Mix(Black, share);

    public Rgb Lighter(double share = 0.4) => Mix(White, share);

    /// <summary>Moves every part a little, so that no two tomatoes are alike.</summary>
    public Rgb Jitter(StableRandom random, double amount) => new(
        Math.Clamp(R + random.Range(-amount, amount), 0, 1),
        Math.Clamp(G + random.Range(-amount, amount), 0, 1),
        Math.Clamp(B + random.Range(-amount, amount), 0, 1));
}
