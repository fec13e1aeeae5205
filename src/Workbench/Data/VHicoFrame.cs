namespace Workbench.Data;

/// <summary>An annotated frame of V-HICO.</summary>
/// <param name="Action">The verb under which the file lists it ("catching").</param>
/// <param name="Video">The video's name ("getty-man-catching-fish-id504531797_14.mp4").</param>
/// <param name="Frame">The picture below the folder of frames ("catching/VIDEO/47.jpg"), the evaluator's key.</param>
/// <param name="Number">The frame's number in the video, from the picture's name.</param>
/// <param name="Label">Verb and object in words ("catching fish"), the text to ground.</param>
/// <param name="Size">The picture's size in pixels; null where the file does not say.</param>
/// <param name="Humans">The boxes of the people who do it, in pixels.</param>
/// <param name="Objects">The boxes of the things they do it with, in pixels.</param>
public sealed record VHicoFrame(
    string Action, string Video, string Frame, int Number, string Label, FrameSize? Size, IReadOnlyList<Box> Humans, IReadOnlyList<Box> Objects)
{
    /// <summary>The smallest box around all people and things: what one box for the whole text can be scored against.</summary>
    public Box Union => new(
        Humans.Concat(Objects).Min(box => box.Left), Humans.Concat(Objects).Min(box => box.Top),
        Humans.Concat(Objects).Max(box => box.Right), Humans.Concat(Objects).Max(box => box.Bottom));

    /// <summary>Each person with each thing, as the released evaluator counts ground truth.</summary>
    public IEnumerable<(Box Human, Box Object)> Pairs => from human in Humans from thing in Objects select (human, thing);
}
