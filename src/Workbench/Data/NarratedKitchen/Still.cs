namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// A picture with a caption, as the web has them: RGB24 row-major, top row first; the action's label where one is going on,
/// and its contact point in pixels of this picture.
/// </summary>
public sealed record Still(byte[] Rgb, int Width, int Height, string Caption, string? Action, Point? Contact);
