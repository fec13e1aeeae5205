using Workbench.Data;
using Workbench.Inference.Moments;
using Workbench.Metrics;
using Workbench.Models.Moments;
using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Experiments.Moments;

// Shapes: B sentences, T clips, D width.

/// <summary>Finds the moment of every sentence and scores it (Sscs section 4.2).</summary>
public static class MomentTask
{
    private const int Batch = 32;

    /// <param name="model">In evaluation mode while this runs; put back as it was.</param>
    /// <param name="branch">Its heads bring clips and sentences into the space in which their similarity is taken, where it has any; it has no part in the answers.</param>
    /// <param name="clips">The test sentences.</param>
    /// <param name="nmsThreshold">Of the suppression.</param>
    /// <param name="progress">Told the sentences done.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public static MomentScores Run(
        MomentModel model, SupportSetBranch? branch, MomentClips clips, double nmsThreshold, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clips);
        RankOptions options = RankOptions.TwoDTan with { NmsThreshold = nmsThreshold };
        RankRecall strict = new(options), atLeast = new(options with { Strict = false }), tall = new(RankOptions.Tall with { LaterFirst = true });
        var findings = new List<MomentFinding>();
        bool training = model.training;
        model.eval();
        try
        {
            foreach (MomentSample[] part in clips.Test().Chunk(Batch))
            {
                cancellation.ThrowIfCancellationRequested();
                (IReadOnlyList<IReadOnlyList<ScoredMoment>> answers, float[] video, float[] moment) = Ask(model, branch, clips, part);
                for (int i = 0; i < part.Length; i++)
                {
                    SegmentCandidate[] candidates = [.. answers[i].Select(a => new SegmentCandidate(a.Segment, a.Score))];
                    foreach (RankRecall recall in (RankRecall[])[strict, atLeast, tall])
                        recall.Add(candidates, part[i].Segment);
                    Segment first = SegmentNms.Apply(candidates, nmsThreshold, 1, options.LaterFirst)[0];
                    findings.Add(new MomentFinding(part[i], first, first.IoU(part[i].Segment), video[i], moment[i]));
                }

                progress?.Report(new ProgressReport("moments", findings.Count, clips.Count, part[^1].Query.Video));
            }
        }
        finally
        {
            model.train(training);
        }

        return new MomentScores(strict.Result, atLeast.Result, tall.Result, findings);
    }

    /// <summary>
    /// Cosines of the mean clip of each sample's video (columns) with each sample's sentence (rows), in the space of the branch's heads or of the base model (Sscs Figure 7).
    /// </summary>
    public static double[,] Similarities(MomentModel model, SupportSetBranch? branch, MomentClips clips, IReadOnlyList<MomentSample> samples)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(samples);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        bool training = model.training;
        model.eval();
        MomentOutput output = model.Ground(clips.ToBatch(clips.Read(samples, model), model, CPU));
        model.train(training);
        (Tensor clips_BTD, Tensor sentence_BD) = Embeddings(output, branch);
        Tensor mask_BT1 = output.ClipMask_BT.unsqueeze(2).to(clips_BTD.dtype);
        Tensor cosine_BBT = einsum("id,jtd->ijt", sentence_BD, clips_BTD) * mask_BT1.squeeze(2).unsqueeze(0);
        float[] mean = (cosine_BBT.sum(2) / mask_BT1.sum(1).t()).to(ScalarType.Float32).contiguous().data<float>().ToArray();
        var matrix = new double[samples.Count, samples.Count];
        for (int i = 0; i < mean.Length; i++)
            matrix[i / samples.Count, i % samples.Count] = mean[i];
        return matrix;
    }

    private static (IReadOnlyList<IReadOnlyList<ScoredMoment>> Answers, float[] Video_B, float[] Moment_B) Ask(MomentModel model, SupportSetBranch? branch, MomentClips clips, MomentSample[] samples)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        MomentFeatures features = clips.Read(samples, model);
        Device device = model.parameters().First().device;
        MomentOutput output = model.Ground(clips.ToBatch(features, model, device));
        (Tensor clips_BTD, Tensor sentence_BD) = Embeddings(output, branch);
        Tensor cosine_BT = matmul(clips_BTD, sentence_BD.unsqueeze(2)).squeeze(2), real_BT = output.ClipMask_BT.to(cosine_BT.dtype), inside_BT = clips.ToTargets(features, model, device).Inside_BT * real_BT;
        return (MomentAnswers.Of(output, [.. samples.Select(s => s.Duration)]), Mean(cosine_BT, real_BT), Mean(cosine_BT, inside_BT));
    }

    /// <summary>Clips and sentences of unit length in the space in which their similarity is taken: that of the branch's heads, where it has any, else the base model's.</summary>
    public static (Tensor Clips_BTD, Tensor Sentence_BD) Embeddings(MomentOutput output, SupportSetBranch? branch)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (nn.functional.normalize(branch?.psi is { } psi ? psi.forward(output.Clips_BTD) : output.Clips_BTD, dim: 2),
            nn.functional.normalize(branch?.phi is { } phi ? phi.forward(output.Sentence_BD) : output.Sentence_BD, dim: 1));
    }

    private static float[] Mean(Tensor cosine_BT, Tensor weight_BT) =>
        ((cosine_BT * weight_BT).sum(1) / weight_BT.sum(1).clamp_min(1)).to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
}
