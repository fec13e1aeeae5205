namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>The colours and materials of one kitchen and of the cook in it.</summary>
internal sealed record KitchenLook
{
    private static readonly Rgb[] Skins =
        [Rgb.Hex(0xF6D3B8), Rgb.Hex(0xEBB78F), Rgb.Hex(0xD29A6C), Rgb.Hex(0xB07645), Rgb.Hex(0x8A5A34), Rgb.Hex(0x5E3B24)];

    public required Rgb Wall { get; init; }
    public required Rgb WallTrim { get; init; }

    /// <summary>0 plain, 1 square tiles, 2 bricks, 3 boards.</summary>
    public required int WallStyle { get; init; }
    public required Rgb Counter { get; init; }

    /// <summary>0 plain, 1 wood, 2 speckled stone, 3 tablecloth.</summary>
    public required int CounterStyle { get; init; }
    public required Rgb Skin { get; init; }
    public required Rgb Sleeve { get; init; }
    public required Rgb Board { get; init; }
    public required Rgb Bowl { get; init; }
    public required Rgb Pot { get; init; }
    public required Rgb Handle { get; init; }
    public required Rgb Cloth { get; init; }
    public required Rgb Hair { get; init; }

    /// <summary>The colour of the light, multiplied into every finished picture.</summary>
    public required Rgb Light { get; init; }
    public required bool MilkInBottle { get; init; }

    /// <summary>The outer colour of each <see cref="Ingredient"/>.</summary>
    public required Rgb[] Outside { get; init; }

    /// <summary>The inner colour of each <see cref="Ingredient"/>.</summary>
    public required Rgb[] Inside { get; init; }

    public static Rgb Metal => Rgb.Hex(0xC3C9CE);

    public Rgb Skinned(Ingredient kind) => Outside[(int)kind];

    public Rgb Flesh(Ingredient kind) => Inside[(int)kind];

    public static KitchenLook Create(StableRandom random, PaletteFamily family)
    {
        // Hues in twelfths of a turn: even ones furnish the videos' kitchens, odd ones those of the stills.
        double Hue() => (random.Below(6) * 2 + (family == PaletteFamily.Videos ? 0 : 1) + random.Range(-0.4, 0.4)) / 12;
        // Cherry and birch in the videos, the browns between them in the stills.
        double Wood() => family == PaletteFamily.Stills ? random.Range(0.055, 0.11) : random.Chance(0.5) ? random.Range(0.005, 0.033) : random.Range(0.133, 0.15);
        double counterHue = random.Chance(0.6) ? Wood() : Hue();
        bool redOnion = random.Chance(0.5), brownEgg = random.Chance(0.4);
        return new()
        {
            Wall = Rgb.Hsv(Hue(), random.Range(0.08, 0.4), random.Range(0.6, 0.96)),
            WallTrim = Rgb.Hsv(Hue(), random.Range(0.1, 0.5), random.Range(0.3, 0.9)),
            WallStyle = random.Below(4),
            Counter = Rgb.Hsv(counterHue, random.Range(0.06, 0.45), random.Range(0.45, 0.92)),
            CounterStyle = random.Below(4),
            Skin = random.Pick(Skins).Jitter(random, 0.03),
            Sleeve = Rgb.Hsv(random.NextDouble(), random.Range(0.1, 0.8), random.Range(0.25, 0.95)),
            Board = Rgb.Hsv(random.Range(0.06, 0.1), random.Range(0.3, 0.6), random.Range(0.55, 0.85)),
            Bowl = Rgb.Hsv(random.NextDouble(), random.Range(0.02, 0.35), random.Range(0.75, 0.98)),
            Pot = Rgb.Hsv(random.Range(0.5, 1), random.Range(0, 0.5), random.Range(0.2, 0.45)),
            Handle = Rgb.Hsv(random.NextDouble(), random.Range(0.2, 0.8), random.Range(0.15, 0.6)),
            Cloth = Rgb.Hsv(random.NextDouble(), random.Range(0.2, 0.6), random.Range(0.5, 0.95)),
            Hair = Rgb.Hsv(random.Range(0.04, 0.12), random.Range(0.2, 0.7), random.Range(0.08, 0.7)),
            Light = Rgb.Hsv(random.Chance(0.6) ? random.Range(0.07, 0.14) : random.Range(0.5, 0.65), random.Range(0, 0.16), random.Range(0.86, 1)),
            MilkInBottle = random.Chance(0.5),
            Outside =
            [
                Rgb.Hex(0xD8281E).Jitter(random, 0.05),
                (brownEgg ? Rgb.Hex(0xD8A77C) : Rgb.Hex(0xF5EBDD)).Jitter(random, 0.03),
                (redOnion ? Rgb.Hex(0x8E2F63) : Rgb.Hex(0xC88A3C)).Jitter(random, 0.04),
                Rgb.Hex(0xF0791A).Jitter(random, 0.04),
                Rgb.Hex(0xE7D0A4).Jitter(random, 0.03),
                Rgb.Hex(0xF7F7F4),
                Rgb.Hex(0xF3B92E).Jitter(random, 0.04),
                Rgb.Hex(0xF2E12C).Jitter(random, 0.04),
            ],
            Inside =
            [
                Rgb.Hex(0xEE5A45),
                Rgb.Hex(0xFBC02A).Jitter(random, 0.03),
                redOnion ? Rgb.Hex(0xEBD3E2) : Rgb.Hex(0xF3EFD4),
                Rgb.Hex(0xFBA24C),
                Rgb.Hex(0xF1E0BE),
                Rgb.Hex(0xFBFBF8),
                Rgb.Hex(0xFAD667),
                Rgb.Hex(0xF8F0A0),
            ],
        };
    }
}
