namespace Workbench.Data;

/// <summary>One time that somebody does one of DALY's ten actions.</summary>
/// <param name="Class">The class as the file names it ("BrushingTeeth").</param>
/// <param name="Label">The same in words ("brushing teeth"), the text to ground.</param>
/// <param name="Segment">When, in seconds.</param>
/// <param name="Keyframes">The annotated frames, by time.</param>
/// <param name="Reflection">It is seen in a mirror; evaluations leave such instances out.</param>
/// <param name="Ambiguous">The annotators were not sure; evaluations leave such instances out.</param>
public sealed record DalyInstance(string Class, string Label, Segment Segment, IReadOnlyList<DalyKeyframe> Keyframes, bool Reflection, bool Ambiguous);
