using Workbench.Data.Entities;

namespace Workbench.Data.NarratedKitchen;

/// <summary>A drawn picture with captions, boxes and proposals. Boxes are in its 320×240 pixels; <paramref name="Rgb"/> may be drawn in another size, squashed.</summary>
public sealed record EntityStill(EntityImage Image, IReadOnlyList<string> MarkedSentences, IReadOnlyList<Box> Proposals, IReadOnlyList<string> WithoutBox, byte[] Rgb, int Width, int Height);
