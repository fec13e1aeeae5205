namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Kitchens come in families whose walls and counters share no hue, so that a kitchen of one is unseen in the other.</summary>
internal enum PaletteFamily
{
    /// <summary>Kitchens of the videos.</summary>
    Videos,

    /// <summary>Kitchens of the stills on which backbones are pre-trained.</summary>
    Stills,
}
