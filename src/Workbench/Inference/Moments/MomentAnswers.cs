using Workbench.Data;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Inference.Moments;

/// <summary>A model's output as moments in seconds.</summary>
public static class MomentAnswers
{
    /// <summary>
    /// For each sentence its proposals. 2D-TAN: all cells that do not end before they start, row by row, with their probabilities; those that are no moment have 0 and stay, as in the
    /// released code. LGI: one moment, as it was regressed; nothing keeps its end behind its start.
    /// </summary>
    /// <param name="output">Of B sentences.</param>
    /// <param name="seconds">Length of what was shown to each.</param>
    /// <exception cref="ArgumentException">Not one length a sentence.</exception>
    public static IReadOnlyList<IReadOnlyList<ScoredMoment>> Of(MomentOutput output, IReadOnlyList<double> seconds)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(seconds);
        if (output.Sentence_BD.size(0) != seconds.Count)
            throw new ArgumentException($"{output.Sentence_BD.size(0)} lengths were expected, one a sentence; got {seconds.Count}.", nameof(seconds));
        using var scope = NewDisposeScope();
        return output switch
        {
            ProposalOutput map => Proposals(map, seconds),
            RegressionOutput location => Locations(location, seconds),
            _ => throw new ArgumentException($"{output.GetType().Name} holds no moments.", nameof(output)),
        };
    }

    private static ScoredMoment[][] Proposals(ProposalOutput output, IReadOnlyList<double> seconds)
    {
        int clips = (int)output.Mask_NN.size(0);
        float[] probability = (output.Scores_BNN.sigmoid() * output.Mask_NN).to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        return [.. seconds.Select((length, b) => (ScoredMoment[])
        [
            .. from first in Enumerable.Range(0, clips)
            from last in Enumerable.Range(first, clips - first)
            select new ScoredMoment(new Segment(first * length / clips, (last + 1) * length / clips), probability[(((b * clips) + first) * clips) + last]),
        ])];
    }

    private static ScoredMoment[][] Locations(RegressionOutput output, IReadOnlyList<double> seconds)
    {
        float[] location = output.Location_B2.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        return [.. seconds.Select((length, b) => (ScoredMoment[])[new ScoredMoment(new Segment(location[2 * b] * length, location[(2 * b) + 1] * length), 1)])];
    }
}
