using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.Entities;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

/// <summary>
/// The embedded set for phrase grounding: drawn stills in the files of Flickr30k Entities, and the features of their proposals as means of a backbone's cells, in the file of bottom-up attention.
/// </summary>
public static class EmbeddedPhrases
{
    private const long Seed = 1;
    private const int Batch = 64;

    /// <summary>The name of a split's region file.</summary>
    public static string RegionsOf(IBackbone backbone, string split)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        return $"regions_{split}_{backbone.Name}.tsv";
    }

    /// <summary>Draws and encodes what is missing; a split whose region file is there is finished.</summary>
    public static void Write(string folder, IBackbone backbone, int train, int test, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(backbone);
        if (backbone.Window is not null)
            throw new ArgumentException($"Stills need an encoder of single frames; {backbone.Name} sees clips.", nameof(backbone));
        foreach ((string split, int first, int count) in new[] { ("train", 0, train), ("test", train, test) })
        {
            string regions = Path.Combine(folder, RegionsOf(backbone, split));
            if (File.Exists(regions))
                continue;
            using var sampler = new EntitySampler(Seed, backbone.InputSize, backbone.InputSize);
            var images = new List<ImageRegions>();
            var stills = new List<EntityStill>();
            foreach (int[] part in Enumerable.Range(first, count).Chunk(Batch))
            {
                cancellation.ThrowIfCancellationRequested();
                EntityStill[] drawn = [.. part.Select(sampler.Draw)];
                images.AddRange(Encode(backbone, drawn));
                stills.AddRange(drawn.Select(s => s with { Rgb = [] }));
                progress?.Report(new ProgressReport($"stills ({split})", images.Count, count));
            }

            if (split == "test")
                Pictures(folder, first, count, cancellation);
            Flickr30kEntitiesFiles.Write(folder, split, stills);
            RegionTsv.Write(regions, images);
        }
    }

    /// <summary>The test pictures to look at, as .png in their own size.</summary>
    private static void Pictures(string folder, int first, int count, CancellationToken cancellation)
    {
        string pictures = Path.Combine(folder, "flickr30k-images");
        Directory.CreateDirectory(pictures);
        using var sampler = new EntitySampler(Seed);
        for (int i = first; i < first + count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            sampler.WritePng(Path.Combine(pictures, $"{sampler.Draw(i).Image.Id}.png"));
        }
    }

    private static IEnumerable<ImageRegions> Encode(IBackbone backbone, EntityStill[] stills)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor rgb_BHW3 = stack(stills.Select(s => tensor(s.Rgb, [s.Height, s.Width, 3])));
        Tensor cells_BND = backbone.EncodeFrames(rgb_BHW3.permute(0, 3, 1, 2).to(ScalarType.Float32) / 255).Local_BND;
        Tensor pooled_BPD = RegionPooling.Pool(cells_BND, [.. stills.Select(s => s.Proposals)], stills[0].Image.Width, stills[0].Image.Height);
        int size = (int)(pooled_BPD.size(1) * pooled_BPD.size(2));
        float[] values = pooled_BPD.to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        return [.. stills.Select((s, i) => new ImageRegions(s.Image.Id, s.Image.Width, s.Image.Height, s.Proposals, values.AsSpan(i * size, size).ToArray()))];
    }
}
