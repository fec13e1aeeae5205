using Workbench.Data;

namespace Workbench.Inference;

// Shapes: F seconds, P sentences.

/// <summary>What a model says about a whole video and some sentences (What-When-Where section 3.5).</summary>
/// <param name="Sentences">What was asked, P of them.</param>
/// <param name="Score_FP">Cosine of every second with every sentence.</param>
/// <param name="Labels">For each second the index of its sentence, or <see cref="TemporalDetection.Background"/>.</param>
/// <param name="Heat">For each second the heat of its sentence; null for background.</param>
public sealed record GroundedVideo(IReadOnlyList<string> Sentences, double[,] Score_FP, IReadOnlyList<int> Labels, IReadOnlyList<HeatMap?> Heat)
{
    public int Seconds => Labels.Count;

    /// <summary>The runs of seconds with the same sentence: sentence, first second, number of seconds.</summary>
    public IReadOnlyList<(int Sentence, int First, int Count)> Actions { get; } = TubeBuilder.Runs(Labels);

    /// <summary>Mean score of a run, by which tubes are ranked (the paper names no confidence).</summary>
    public double Confidence((int Sentence, int First, int Count) action) => Enumerable.Range(action.First, action.Count).Average(s => Score_FP[s, action.Sentence]);

    /// <summary>The second in which a sentence scores best.</summary>
    public int Best(int sentence) => Enumerable.Range(0, Seconds).MaxBy(s => Score_FP[s, sentence]);
}
