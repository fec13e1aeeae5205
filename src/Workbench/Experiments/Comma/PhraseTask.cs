using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.Entities;
using Workbench.Metrics;
using Workbench.Models.Comma;
using Workbench.Training.Comma;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

// Shapes: R regions of a picture, K words.

/// <summary>
/// Weakly supervised phrase grounding (CoMMA, Table 4), evaluated as Gupta et al. do: regions ranked by the greatest attention that any word of the phrase gives them; phrases without a true box
/// are left out. Of several layers the last cross-attention is read; the paper does not say.
/// </summary>
public static class PhraseTask
{
    /// <param name="model">The model, in evaluation mode from now on.</param>
    /// <param name="backbone">Encodes captions.</param>
    /// <param name="images">The pictures of the test.</param>
    /// <param name="progress">Told the pictures done.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    public static PhraseRecall Run(nn.Module model, IBackbone backbone, PhraseImages images, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(backbone);
        ArgumentNullException.ThrowIfNull(images);
        model.eval();
        var recall = new PhraseRecall();
        int done = 0;
        foreach (EntityImage image in images.Images)
        {
            cancellation.ThrowIfCancellationRequested();
            Picture((IRegionWordModel)model, backbone, images, image, recall);
            if (++done % 20 == 0 || done == images.Images.Count)
                progress?.Report(new ProgressReport("phrases", done, images.Images.Count, image.Id));
        }

        return recall;
    }

    private static void Picture(IRegionWordModel model, IBackbone backbone, PhraseImages images, EntityImage image, PhraseRecall recall)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        (float[] values, int width, IReadOnlyList<Box> boxes) = images.Read(image.Id);
        string[] captions = [.. image.Sentences.Select(s => s.Text)];
        TextFeatures text = backbone.EncodeText(captions);
        int slots = (int)text.Mask_BK.size(1), regions = boxes.Count;
        Tensor mask_BK = tensor(captions.SelectMany(c => images.ContentMask(c, slots)).ToArray(), [captions.Length, slots]);
        Tensor regions_BRD = tensor(values, [1, regions, width]).expand(captions.Length, -1, -1).contiguous();
        AttentionPass pass = model.Attend(regions_BRD, text.Words_BKD, mask_BK);
        float[] weights = pass.Layers.Last(l => l.WordRegions_KR is not null).WordRegions_KR!.contiguous().data<float>().ToArray();
        foreach ((int c, EntitySentence sentence) in image.Sentences.Index())
        {
            IReadOnlyList<(int First, int Count)> of = images.Slots(sentence.Text, slots);
            foreach (PhraseMention phrase in sentence.Phrases)
            {
                if (!image.Boxes.TryGetValue(phrase.Id, out IReadOnlyList<Box>? truths))
                    continue;
                int[] tokens = [.. of.Skip(phrase.FirstWord).Take(phrase.Words).SelectMany(s => Enumerable.Range(s.First, s.Count))];
                float Heat(int r) => tokens.Length == 0 ? 0 : tokens.Max(k => weights[(((c * slots) + k) * regions) + r]);
                recall.Add([.. Enumerable.Range(0, regions).OrderByDescending(Heat).Select(r => boxes[r]).Distinct().Take(PhraseRecall.Ranks[^1])], truths);
            }
        }
    }
}
