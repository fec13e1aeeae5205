namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// A stretch of a narrated video: frames of RGB24, one after the other, and what is said around it. A labelled clip is centred on a second
/// that shows an action.
/// </summary>
/// <param name="Rgb">All frames.</param>
/// <param name="Width">Of a frame, in pixels.</param>
/// <param name="Height">Of a frame, in pixels.</param>
/// <param name="Frames">How many.</param>
/// <param name="Captions">What is heard, the candidates that may describe the clip.</param>
/// <param name="Action">The label of the action at the clip's middle; null where none was asked for.</param>
/// <param name="Pool">The actions of the video.</param>
/// <param name="Contact">The contact point at the clip's middle, in pixels of the frame.</param>
public sealed record KitchenClip(
    byte[] Rgb, int Width, int Height, int Frames, IReadOnlyList<string> Captions, string? Action, IReadOnlyList<string> Pool, Point? Contact);
