namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Kitchens come in families that share no wall or counter colour, so that what was seen in one is unseen in the others.</summary>
internal enum PaletteFamily
{
    /// <summary>Kitchens of the videos.</summary>
    Videos,

    /// <summary>Kitchens of the stills on which backbones are pre-trained.</summary>
    Stills,
}
