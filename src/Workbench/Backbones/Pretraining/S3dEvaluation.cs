using TorchSharp;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>Scores a video backbone on clips of the benchmark's kind, from videos that no training has seen.</summary>
/// <remarks>Shapes: M clips, N cells, D width of the joint space, R width of a region.</remarks>
public static class S3dEvaluation
{
    /// <summary>The seed of the held-out videos; training uses small ones.</summary>
    public const long HeldOutSeed = 7_000_000_001;

    private const int Batch = 16;

    /// <param name="backbone">One that sees clips.</param>
    /// <param name="clips">Clips to score; twice as many more are rendered to fit the probes on.</param>
    /// <param name="progress">Reports the clips encoded.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <exception cref="ArgumentException">The backbone sees single frames.</exception>
    public static S3dScores Run(IBackbone backbone, int clips = 600, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        ArgumentOutOfRangeException.ThrowIfLessThan(clips, 1);
        FeatureWindow window = backbone.Window ?? throw new ArgumentException($"'{backbone.Name}' sees single frames; a backbone of clips is expected.", nameof(backbone));
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        int fitted = 2 * clips, count = fitted + clips, grid = backbone.GridSize, cells = grid * grid;
        string[] actions = [.. KitchenAction.All.Select(a => a.Label)];
        var sampler = new KitchenClipSampler(HeldOutSeed, new KitchenClipOptions { Frames = window.Frames, Fps = window.Fps, Size = 1, Videos = new KitchenOptions() });
        int[] action_M = new int[count], cell_M = new int[count];
        var pool_M = new IReadOnlyList<string>[count];
        List<Tensor> globals = [], locals = [];
        for (int first = 0; first < count; first += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            KitchenClip[] batch = new KitchenClip[Math.Min(Batch, count - first)];
            Parallel.For(0, batch.Length, i => batch[i] = sampler.Labelled(first + i));
            for (int i = 0; i < batch.Length; i++)
            {
                (action_M[first + i], pool_M[first + i]) = (Array.IndexOf(actions, batch[i].Action), batch[i].Pool);
                cell_M[first + i] = Cell(batch[i].Contact!.Value.Y / batch[i].Height) * grid + Cell(batch[i].Contact!.Value.X / batch[i].Width);
            }

            using Tensor pixels_B3TSS = Pixels(batch, backbone.InputSize);
            FrameFeatures features = backbone.EncodeFrames(pixels_B3TSS);
            globals.Add(features.Global_BD.cpu());
            locals.Add(features.Local_BND.cpu().view(batch.Length, -1, cells, backbone.RegionWidth).mean(new long[] { 1 }));
            progress?.Report(new ProgressReport("Scoring S3D", first + batch.Length, count));
        }

        Tensor global_MD = cat(globals), local_MNR = cat(locals);
        Tensor text_CD = nn.functional.normalize(backbone.EncodeText(actions).Global_BD.cpu(), dim: 1);
        Tensor cosine_MC = nn.functional.normalize(global_MD.narrow(0, fitted, clips), dim: 1).matmul(text_CD.t());
        float[] cosines = cosine_MC.contiguous().data<float>().ToArray();
        int all = 0, inPool = 0;
        double chance = 0;
        for (int i = 0; i < clips; i++)
        {
            int at = i, truth = action_M[fitted + i];
            all += Enumerable.Range(0, actions.Length).MaxBy(c => cosines[at * actions.Length + c]) == truth ? 1 : 0;
            inPool += pool_M[fitted + i].Select(p => Array.IndexOf(actions, p)).MaxBy(c => cosines[at * actions.Length + c]) == truth ? 1 : 0;
            chance += 1.0 / pool_M[fitted + i].Count;
        }

        Tensor joined_TND = nn.functional.normalize(backbone.JoinRegions(local_MNR.narrow(0, fitted, clips)), dim: -1);
        Tensor label_TD1 = text_CD.index_select(0, tensor(action_M[fitted..].Select(a => (long)a).ToArray(), [clips])).unsqueeze(-1);
        long[] best = joined_TND.matmul(label_TD1).squeeze(-1).argmax(1).data<long>().ToArray();
        Tensor atContact_MR = local_MNR.gather(1, tensor(cell_M.Select(c => (long)c).ToArray(), [count, 1, 1]).expand(-1, -1, backbone.RegionWidth)).squeeze(1);
        double chanceNear = cell_M[fitted..].Average(c => LocalityProbe.Near([.. Enumerable.Range(0, cells).Select(i => (long)i)], [.. Enumerable.Repeat(c, cells)], grid));
        return new S3dScores(
            clips, (double)all / clips, (double)inPool / clips, chance / clips,
            Probe(global_MD, action_M, fitted, actions.Length), Probe(atContact_MR, action_M, fitted, actions.Length),
            LocalityProbe.Near(best, cell_M[fitted..], grid), chanceNear);

        int Cell(double share) => Math.Clamp((int)(share * grid), 0, grid - 1);
    }

    private static Tensor Pixels(KitchenClip[] clips, int side)
    {
        int frames = clips[0].Frames, plane = side * side;
        var pixels = new float[clips.Length * 3 * frames * plane];
        Parallel.For(0, clips.Length, i =>
        {
            var one = new float[3 * plane];
            for (int t = 0; t < frames; t++)
            {
                StillAugmenter.Squash(ClipBatches.FrameOf(clips[i], t), clips[i].Width, clips[i].Height, side, one);
                ClipBatches.Place(one, pixels, i, t, frames, plane);
            }
        });
        return tensor(pixels, [clips.Length, 3, frames, side, side]);
    }

    private static double Probe(Tensor features_MD, int[] label_M, int fitted, int classes)
    {
        using SupervisedProbe probe = SupervisedProbe.Fit(features_MD.narrow(0, 0, fitted), label_M[..fitted], classes);
        return probe.Accuracy(features_MD.narrow(0, fitted, label_M.Length - fitted), label_M[fitted..]);
    }
}
