namespace Workbench.Data;

/// <summary>A sentence and the moment of a video that it describes.</summary>
/// <param name="Video">The video's id.</param>
/// <param name="Sentence">The sentence as written, without its final full stop.</param>
/// <param name="Segment">The moment in seconds, inside [0, <paramref name="Duration"/>].</param>
/// <param name="Duration">The video's length in seconds.</param>
public sealed record MomentQuery(string Video, string Sentence, Segment Segment, double Duration);
