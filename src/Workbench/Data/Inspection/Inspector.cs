using Workbench.Data.Formats;

namespace Workbench.Data.Inspection;

/// <summary>Says what a file or folder is, counts what is in it and lists what is wrong with it. Reads and changes nothing.</summary>
public static class Inspector
{
    /// <param name="path">A file or folder. A file that means something only beside others stands for its folder.</param>
    /// <param name="kind">What it is to be read as; null finds out.</param>
    /// <param name="videos">True also opens every video of the test sets: its seconds, and actions that lie outside it.</param>
    /// <param name="progress">Videos opened.</param>
    /// <param name="cancellation">Ends the opening of videos.</param>
    /// <exception cref="DataFormatException">There is nothing there, or it is nothing that is known.</exception>
    public static Inspection Inspect(string path, InspectionKind? kind = null, bool videos = false, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        if (!Path.Exists(path))
            throw new DataFormatException(path, "path", "a file or folder was expected, there is none");
        InspectionKind found = kind ?? Recognition.Of(path);
        switch (found)
        {
            case InspectionKind.DataRoot:
                DataRoot root = DataRoot.Open(path);
                return new Inspection(path, found, [("data sets", root.Parts.Count)], [], [.. root.Parts.Select(part => Folder(root.Folder(part), part, videos, progress, cancellation))]);
            case InspectionKind.Features:
                return Features(path);
            case InspectionKind.Weights:
                return Weights(path);
            case InspectionKind.Video:
                return Video(path);
            default:
                var set = Enum.Parse<DataPart>(found.ToString());
                return File.Exists(path) && OneFile(path, set) is { } alone
                    ? alone
                    : Folder(File.Exists(path) ? Path.GetDirectoryName(path)! : path, set, videos, progress, cancellation);
        }
    }

    private static Inspection Folder(string folder, DataPart part, bool videos, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var found = new Findings();
        foreach (string missing in DataRoot.MissingIn(folder, part))
            found.Note(new DataProblem(folder, missing, "this is missing (data/README.md, \"Layout of real data\")"));
        GroundingSet? set = null;
        found.Guard(() => set = Read(folder, part, found));
        found.Guard(() => VideoInspection.Count(folder, part, set, videos, found, progress, cancellation));
        return found.Result(folder, Enum.Parse<InspectionKind>(part.ToString()));
    }

    /// <returns>The set, where it is one of actions in videos that were read.</returns>
    private static GroundingSet? Read(string folder, DataPart part, Findings found)
    {
        string Named(string name) => Path.Combine(folder, name);
        switch (part)
        {
            case DataPart.HowTo100M:
                SentenceInspection.HowTo100M(folder, found);
                return null;
            case DataPart.GroundingYouTube:
                return GroundingInspection.GroundingYouTube(folder, found);
            case DataPart.MiningYouTube:
                return Directory.Exists(Named("annotations"))
                    ? GroundingInspection.Count(MiningYouTubeReader.Read(folder, new MiningYouTubeOptions { SkipBad = true, OnProblem = found.Note }), found)
                    : null;
            case DataPart.YouCook2Interactions when DataRoot.MissingIn(folder, part).Count == 0:
                var options = new YouCook2InteractionsOptions { SkipBad = true, OnProblem = found.Note };
                GroundingSet inter = GroundingInspection.Count(YouCook2InteractionsReader.Read(folder, File.Exists(Named(options.SentenceFile!)) ? options : options with { SentenceFile = null }), found, labels: "sentences");
                GroundingInspection.Boxes(inter, found);
                return inter;
            case DataPart.YouCook2:
                if (File.Exists(Named(YouCook2Reader.ListName)))
                    found.Guard(() => SentenceInspection.Clips(YouCook2Reader.ReadList(Named(YouCook2Reader.ListName), found.Reading), found, YouCook2Reader.ListName + ": "));
                return File.Exists(Named(YouCook2Reader.FileName)) ? Recipes(Named(YouCook2Reader.FileName), found) : null;
            case DataPart.VHICO:
                foreach (string name in new[] { VHicoReader.TestFile, VHicoReader.UnseenFile })
                    if (File.Exists(Named(name)))
                        SentenceInspection.VHico(Named(name), found, name + ": ");
                return null;
            case DataPart.DALY when File.Exists(Named(DalyReader.FileName)):
                SentenceInspection.Daly(Named(DalyReader.FileName), found);
                return null;
            case DataPart.CharadesSTA or DataPart.ActivityNetCaptions or DataPart.TACoS:
                SentenceInspection.Moments(folder, part, found);
                return null;
            default:
                return null;
        }
    }

    /// <summary>A single annotation file that can be read without others; null for the rest.</summary>
    private static Inspection? OneFile(string path, DataPart part)
    {
        var found = new Findings();
        string name = Path.GetFileName(path), extension = Path.GetExtension(path).ToLowerInvariant();
        switch (part)
        {
            case DataPart.ActivityNetCaptions:
                found.Guard(() => SentenceInspection.Moments(ActivityNetCaptionsReader.Read(path, found.Reading), found));
                break;
            case DataPart.TACoS:
                found.Guard(() => SentenceInspection.Moments(TacosReader.Read(path, found.Reading), found));
                break;
            case DataPart.YouCook2 when extension == ".csv":
                found.Guard(() => SentenceInspection.Clips(YouCook2Reader.ReadList(path, found.Reading), found));
                break;
            case DataPart.YouCook2:
                found.Guard(() => Recipes(path, found));
                break;
            case DataPart.HowTo100M when extension == ".csv" && !CsvTable.Columns(path).Contains("text"):
                SentenceInspection.VideoList(path, found);
                break;
            case DataPart.HowTo100M when extension == ".json":
                SentenceInspection.Captions(path, found);
                break;
            case DataPart.HowTo100M:
                found.Guard(() => SentenceInspection.Clips(HowTo100MCaptions.ReadVideo(path, new CaptionOptions { SkipBad = true, OnProblem = found.Note }), found));
                break;
            case DataPart.VHICO:
                SentenceInspection.VHico(path, found);
                break;
            case DataPart.DALY:
                SentenceInspection.Daly(path, found);
                break;
            case DataPart.MiningYouTube when extension == ".srt":
                found.Guard(() => GroundingInspection.Count(new GroundingSet(name, [MiningYouTubeReader.ReadVideo(path, new MiningYouTubeOptions { SkipBad = true, OnProblem = found.Note })]), found));
                break;
            default:
                return null;
        }

        return found.Result(path, Enum.Parse<InspectionKind>(part.ToString()));
    }

    private static GroundingSet Recipes(string path, Findings found) => GroundingInspection.Count(YouCook2Reader.Read(path, new YouCook2Options { SkipBad = true, OnProblem = found.Note }), found, labels: "sentences");

    private static Inspection Features(string path)
    {
        using FeatureStore store = FeatureStore.Open(path);
        long[] shape = store.Videos.Count > 0 ? [.. store.Shapes(store.Videos[0]).SelectMany(s => s.Value)] : [];
        long seconds = store.Videos.Sum(v => store.Shapes(v).Values.First()[0]);
        return new Inspection(path, InspectionKind.Features, [("videos", store.Videos.Count), ("frames", seconds), ("width", shape.Length > 0 ? shape[^1] : 0)], [], []);
    }

    private static Inspection Weights(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        return new Inspection(path, InspectionKind.Weights,
            [("tensors", file.Entries.Count), ("numbers", file.Entries.Values.Sum(e => e.Count)), ("MiB", Math.Round(file.Entries.Values.Sum(e => e.ByteLength) / 1048576.0, 1))], [], []);
    }

    private static Inspection Video(string path)
    {
        MediaInfo media = MediaProbe.Read(path);
        return new Inspection(path, InspectionKind.Video,
            [("width", media.Width), ("height", media.Height), ("seconds", Math.Round(media.Duration, 2)), ("frames a second", Math.Round(media.Fps, 2)), ("sound tracks", media.HasAudio ? 1 : 0)],
            media.Duration > 0 ? [] : [$"{path}: duration: a positive duration was expected; the file says none"], []);
    }
}
