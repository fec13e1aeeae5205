namespace Workbench.Inference;

/// <summary>An alignment: the transcript's step (0-based) and its class for each frame, the first frame of each step, and the log score.</summary>
/// <remarks>Steps never decoded (the released decoder may stop early) start at −1.</remarks>
public sealed record AlignmentResult(int[] Step_T, int[] Label_T, int[] Start_S, double Score)
{
    internal static AlignmentResult Of(int[] step_T, IReadOnlyList<int> transcript, double score)
    {
        var starts = new int[transcript.Count];
        Array.Fill(starts, -1);
        for (int t = step_T.Length - 1; t >= 0; t--)
            starts[step_T[t]] = t;
        return new(step_T, Array.ConvertAll(step_T, step => transcript[step]), starts, score);
    }
}
