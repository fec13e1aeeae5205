namespace Workbench.Data.Entities;

/// <summary>A region file as a feature store: "boxes" [P, 4] and "local" [P, D] by picture, so that a picture is read without the rest.</summary>
public static class RegionStore
{
    /// <summary>Opens the store of a region file; makes it where it is missing or older than the file.</summary>
    /// <param name="tsv">A file of <see cref="RegionTsv"/>.</param>
    /// <param name="folder">Where the store is or goes.</param>
    /// <param name="cancellation">What was read so far is thrown away.</param>
    /// <exception cref="DataFormatException">The file is missing or wrong.</exception>
    public static FeatureStore Open(string tsv, string folder, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tsv);
        if (!File.Exists(tsv))
            throw new DataFormatException(tsv, "the file", "region features were expected, there is none");
        string stamp = Path.Combine(folder, "source.txt"), source = $"{Path.GetFileName(tsv)} {new FileInfo(tsv).Length} {File.GetLastWriteTimeUtc(tsv):O}\n";
        if (!File.Exists(stamp) || File.ReadAllText(stamp) != source)
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            using (var writer = FeatureStoreWriter.Open(folder, new FeatureStoreInfo("regions", 1, ElementType.F32)))
            {
                foreach (ImageRegions image in RegionTsv.Read(tsv))
                {
                    cancellation.ThrowIfCancellationRequested();
                    float[] boxes = [.. image.Boxes.SelectMany(b => new[] { (float)b.Left, (float)b.Top, (float)b.Right, (float)b.Bottom })];
                    writer.Append(image.Id, ("boxes", new FeatureArray(boxes, [image.Boxes.Count, 4])), ("local", new FeatureArray(image.Features, [image.Boxes.Count, image.FeatureWidth])));
                }

                writer.Complete();
            }

            AtomicFile.WriteText(stamp, source);
        }

        return FeatureStore.Open(folder);
    }
}
