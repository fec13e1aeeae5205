using System.Diagnostics;

namespace Workbench.Data;

/// <summary>
/// Takes features that others have extracted into a <see cref="FeatureStore"/>: an HDF5 file with a data set or a group for each video, as 2D-TAN's and ActivityNet's come, or a
/// folder of one .npy (or .npz, .h5, …) a video, as LGI's do. A video is in the store whole or not at all; what is there already is skipped, so that a stopped import goes on.
/// </summary>
public static class FeatureImport
{
    private static readonly HashSet<string> s_endings = new(StringComparer.OrdinalIgnoreCase) { ".npy", ".npz", ".h5", ".hdf5", ".pt", ".pth", ".safetensors" };

    /// <summary>Imports every video that the store has not.</summary>
    /// <param name="source">The file or folder.</param>
    /// <param name="store">The store's folder.</param>
    /// <param name="options">Names, rate, type.</param>
    /// <param name="progress">Told the videos.</param>
    /// <param name="cancellation">Stops between two videos; finished ones stay.</param>
    /// <exception cref="DataFormatException">No such file or folder, nothing in it, or a store of other features.</exception>
    /// <exception cref="PlatformNotSupportedException">An HDF5 file, and libhdf5 is not installed.</exception>
    public static FeatureImportResult Run(string source, string store, FeatureImportOptions options, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(options);
        long began = Stopwatch.GetTimestamp();
        using FeatureStoreWriter writer = FeatureStoreWriter.Open(store, new FeatureStoreInfo(options.Name, options.Fps, options.DType));
        var run = new Counts();
        if (Directory.Exists(source))
            FromFolder(source, writer, options, run, progress, cancellation);
        else if (File.Exists(source))
            FromFile(source, writer, options, run, progress, cancellation);
        else
            throw new DataFormatException(source, "path", "an HDF5 file or a folder of one file a video was expected, there is none");
        writer.Complete();
        return new FeatureImportResult(run.Imported, run.Skipped, run.Rows, run.Width, run.Broken, Stopwatch.GetElapsedTime(began));
    }

    private static void FromFile(string path, FeatureStoreWriter writer, FeatureImportOptions options, Counts run, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        using ITensorFile file = TensorFiles.Open(path);
        // "VIDEO", or "VIDEO/NAME": the first part is the video.
        (string Video, string Entry)[] videos = [.. file.Entries.Where(e => e.Value.DType.IsFloatingPoint() && (options.Dataset is null || e.Key.EndsWith("/" + options.Dataset, StringComparison.Ordinal)))
            .Select(e => (e.Key.Split('/')[0], e.Key)).OrderBy(v => v.Item1, StringComparer.Ordinal)];
        if (videos.Length == 0)
            throw new DataFormatException(path, "data sets", options.Dataset is null ? "at least one of floating-point numbers was expected" : $"at least one 'VIDEO/{options.Dataset}' was expected; there are {string.Join(", ", file.Entries.Keys.Take(5))}");
        if (videos.GroupBy(v => v.Video, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } several)
            throw new DataFormatException(path, $"group '{several.Key}'", $"one data set was expected, or the name of the one to take; there are {string.Join(", ", several.Select(v => v.Entry))}");
        for (int i = 0; i < videos.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(videos[i].Video, file, videos[i].Entry, writer, options, run);
            progress?.Report(new ProgressReport("features", i + 1, videos.Length, videos[i].Video));
        }
    }

    private static void FromFolder(string folder, FeatureStoreWriter writer, FeatureImportOptions options, Counts run, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => s_endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new DataFormatException(folder, "folder", $"files ({string.Join(", ", s_endings.Order(StringComparer.Ordinal))}) were expected, one a video; there are none");
        for (int i = 0; i < files.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            string video = Path.GetFileNameWithoutExtension(files[i]);
            try
            {
                using ITensorFile file = TensorFiles.Open(files[i]);
                string[] entries = [.. file.Entries.Keys.Where(k => options.Dataset is null || k == options.Dataset)];
                if (entries.Length == 1)
                    Add(video, file, entries[0], writer, options, run);
                else
                    run.Broken.Add((video, $"{files[i]}: one array was expected, {entries.Length} are there: {string.Join(", ", entries.Take(5))}"));
            }
            catch (DataFormatException error)
            {
                run.Broken.Add((video, error.Message));
            }

            progress?.Report(new ProgressReport("features", i + 1, files.Length, video));
        }
    }

    private static void Add(string video, ITensorFile file, string entry, FeatureStoreWriter writer, FeatureImportOptions options, Counts run)
    {
        if (writer.Contains(video))
        {
            run.Skipped++;
            return;
        }

        // As NumPy's squeeze: I3D features often come as [n, 1, 1, D].
        long[] shape = file.Entries[entry].Shape, sizes = [.. shape.Where((n, i) => n != 1 || i == 0)];
        if (sizes.Length == 1 && shape.Length > 1)
            sizes = [sizes[0], 1];
        if (sizes.Length != 2 || sizes[0] < 1)
        {
            run.Broken.Add((video, $"{file.Path}: '{entry}' has shape [{string.Join(", ", shape)}]; [rows, width] was expected"));
            return;
        }

        if (run.Width > 0 && sizes[1] != run.Width)
        {
            run.Broken.Add((video, $"{file.Path}: '{entry}' is {sizes[1]} wide, the features before {run.Width}"));
            return;
        }

        try
        {
            writer.Append(video, (options.Array, new FeatureArray(file.ReadSingle(entry), sizes)));
            (run.Width, run.Rows, run.Imported) = (sizes[1], run.Rows + sizes[0], run.Imported + 1);
        }
        catch (Exception error) when (error is ArgumentException or DataFormatException)
        {
            run.Broken.Add((video, error.Message));
        }
    }

    private sealed class Counts
    {
        public int Imported, Skipped;
        public long Rows, Width;
        public List<(string Video, string Reason)> Broken { get; } = [];
    }
}
