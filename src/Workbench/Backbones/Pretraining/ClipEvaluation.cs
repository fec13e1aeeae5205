using TorchSharp;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>Scores a backbone on stills of an action, from scenes that no training has seen.</summary>
/// <remarks>Shapes: M stills, D width, N cells.</remarks>
public static class ClipEvaluation
{
    /// <summary>The seed of the held-out scenes; training uses small ones.</summary>
    public const long HeldOutSeed = 7_000_000_001;

    private const int Batch = 100;

    /// <param name="backbone">Any backbone.</param>
    /// <param name="stills">Pictures to score; twice as many more are rendered to fit the probes on.</param>
    /// <param name="progress">Reports the pictures encoded.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static ClipScores Run(IBackbone backbone, int stills = 1_500, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        ArgumentOutOfRangeException.ThrowIfLessThan(stills, 1);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        IReadOnlyList<KitchenAction> actions = KitchenAction.All;
        Dictionary<string, int> actionOf = actions.Select((a, i) => (a.Label, i)).ToDictionary(p => p.Label, p => p.i, StringComparer.Ordinal);
        int fitted = 2 * stills, count = fitted + stills;
        int[] action_M = new int[count], object_M = new int[count], cell_M = new int[count];
        (Tensor global_MD, Tensor local_MND) = Encode(backbone, count, i =>
        {
            (Still still, int at) = i;
            action_M[at] = actionOf[still.Action!];
            object_M[at] = (int)actions[action_M[at]].Ingredient;
            cell_M[at] = CellOf(still, backbone.GridSize);
        }, progress, cancellation);

        string[] objects = Enum.GetNames<Ingredient>();
        Tensor tested_TD = global_MD.narrow(0, fitted, stills), fitted_FD = global_MD.narrow(0, 0, fitted);
        Tensor atContact_MD = local_MND.gather(1, tensor(cell_M.Select(c => (long)c).ToArray(), [count, 1, 1]).expand(-1, -1, backbone.Width)).squeeze(1);
        (double hit, double near) = LocalityProbe.Run(local_MND.narrow(0, 0, fitted), cell_M[..fitted], local_MND.narrow(0, fitted, stills), cell_M[fitted..]);
        return new ClipScores(
            stills,
            ZeroShot(backbone, tested_TD, [.. actions.Select(a => a.Label)], action_M[fitted..]),
            ZeroShot(backbone, tested_TD, [.. objects.Select(o => $"a {o}")], object_M[fitted..]),
            Probe(fitted_FD, action_M[..fitted], tested_TD, action_M[fitted..], actions.Count),
            Probe(fitted_FD, object_M[..fitted], tested_TD, object_M[fitted..], objects.Length),
            Probe(atContact_MD.narrow(0, 0, fitted), action_M[..fitted], atContact_MD.narrow(0, fitted, stills), action_M[fitted..], actions.Count),
            hit,
            near,
            ZeroShotNear(backbone, local_MND.narrow(0, fitted, stills), [.. action_M[fitted..].Select(a => actions[a].Label)], cell_M[fitted..]));
    }

    private static (Tensor Global_MD, Tensor Local_MND) Encode(
        IBackbone backbone, int count, Action<(Still Still, int At)> note, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        int side = backbone.InputSize, size = 3 * side * side;
        using var sampler = new StillSampler(HeldOutSeed, new StillOptions { ActionShare = 1 });
        List<Tensor> globals = [], locals = [];
        for (int first = 0; first < count; first += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            int taken = Math.Min(Batch, count - first);
            var pixels = new float[taken * size];
            for (int i = 0; i < taken; i++)
            {
                Still still = sampler.Next();
                StillAugmenter.Squash(still.Rgb, still.Width, still.Height, side, pixels.AsSpan(i * size, size));
                note((still, first + i));
            }

            using Tensor images_B3SS = tensor(pixels, [taken, 3, side, side]);
            FrameFeatures features = backbone.EncodeFrames(images_B3SS);
            globals.Add(features.Global_BD.cpu());
            locals.Add(features.Local_BND.cpu());
            progress?.Report(new ProgressReport("Scoring CLIP", first + taken, count));
        }

        return (cat(globals), cat(locals));
    }

    private static int CellOf(Still still, int grid)
    {
        int column = (int)(still.Contact!.Value.X / still.Width * grid), row = (int)(still.Contact.Value.Y / still.Height * grid);
        return Math.Clamp(row, 0, grid - 1) * grid + Math.Clamp(column, 0, grid - 1);
    }

    private static double ZeroShot(IBackbone backbone, Tensor images_MD, string[] prompts, int[] labels)
    {
        using DisposeScope scope = NewDisposeScope();
        TextFeatures texts = backbone.EncodeText(prompts);
        Tensor cosines_MC = nn.functional.normalize(images_MD, dim: 1).matmul(nn.functional.normalize(texts.Global_BD.cpu(), dim: 1).t());
        long[] best = cosines_MC.argmax(1).data<long>().ToArray();
        return best.Zip(labels, (b, l) => b == l ? 1.0 : 0).Average();
    }

    private static double ZeroShotNear(IBackbone backbone, Tensor cells_MND, string[] labels, int[] contact)
    {
        using DisposeScope scope = NewDisposeScope();
        string[] distinct = [.. labels.Distinct(StringComparer.Ordinal)];
        Tensor text_CD = nn.functional.normalize(backbone.EncodeText(distinct).Global_BD.cpu(), dim: 1);
        Tensor text_MD = text_CD.index_select(0, tensor(labels.Select(l => (long)Array.IndexOf(distinct, l)).ToArray(), [labels.Length]));
        Tensor cosine_MN = nn.functional.normalize(cells_MND, dim: -1).matmul(text_MD.unsqueeze(-1)).squeeze(-1);
        return LocalityProbe.Near(cosine_MN.argmax(1).data<long>().ToArray(), contact, backbone.GridSize);
    }

    private static double Probe(Tensor fitted_FD, int[] fittedLabels, Tensor tested_TD, int[] testedLabels, int classes)
    {
        using SupervisedProbe probe = SupervisedProbe.Fit(fitted_FD, fittedLabels, classes);
        return probe.Accuracy(tested_TD, testedLabels);
    }
}
