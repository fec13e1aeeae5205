using System.Diagnostics;
using System.Text.Json;
using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// Makes the embedded benchmark: narrated kitchen videos with annotations in the formats of the public sets (layout in
/// data/README.md). The same seed gives the same frames and the same annotation bytes, whatever the number of videos made at
/// a time or before. Finished videos are kept, so that an interrupted run goes on; annotations are written last.
/// </summary>
public static class KitchenGenerator
{
    /// <summary>To be raised when the same options begin to give other videos.</summary>
    private const int Version = 1;

    /// <summary>Names the options that a folder was made with.</summary>
    private const string StampName = "synth.json";

    /// <summary>The sets that own videos; the others' are links.</summary>
    private static readonly string[] VideoParts = ["HowTo100M", "GroundingYouTube"];

    // Ranges are tuples, whose parts are fields.
    private static readonly JsonSerializerOptions StampFormat = new() { WriteIndented = true, IncludeFields = true };

    /// <summary>Draws the videos, then writes the annotations.</summary>
    /// <remarks>A folder whose videos differ in nothing but that their actions are not heard yet is made anew.</remarks>
    /// <exception cref="ArgumentException">The options are out of range, or the folder holds videos made with other ones.</exception>
    /// <exception cref="PlatformNotSupportedException">libcairo or ffmpeg is missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; finished videos stay, no annotation file is written.</exception>
    public static async Task<KitchenReport> GenerateAsync(
        string folder, KitchenOptions options, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        long began = Stopwatch.GetTimestamp();
        Stamp(folder, options);
        (List<VideoScript> train, List<VideoScript> test) = Scripts(options);
        var speech = new SpeechSynthesizer(options.Speech);
        // Long videos first, so that no processor idles at the end.
        var missing = train.Concat(test).Where(s => !File.Exists(VideoPath(folder, s))).OrderByDescending(s => s.Seconds).ToList();
        int total = missing.Sum(s => s.Seconds), done = 0;
        foreach (string part in VideoParts)
            Directory.CreateDirectory(Path.Combine(folder, part, "videos"));
        const string task = "kitchen videos";
        if (missing.Count > 0)
            progress?.Report(new(task, 0, total, speech.Speaks || !options.Speech ? null : "flite is not installed: tones instead of speech"));
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Parallel > 0 ? options.Parallel : Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(missing, parallel, async (script, token) =>
        {
            await VideoEncoder.WriteAsync(VideoPath(folder, script), script, options.Fps, speech, options.ActionSounds, token).ConfigureAwait(false);
            lock (missing)
            {
                done += script.Seconds;
                progress?.Report(new(task, done, total, script.Id));
            }
        }).ConfigureAwait(false);
        (List<AnnotatedVideo> annotated, KitchenTruth truth) = Annotate(options, train, test);
        Write(folder, options, train, annotated, truth);
        return new(
            folder, missing.Count, train.Count + test.Count - missing.Count, total, Stopwatch.GetElapsedTime(began).TotalSeconds, speech.Speaks,
            Statistics(train, [], truth, options), Statistics(test, annotated, truth, options));
    }

    /// <summary>The figures of a set without drawing it.</summary>
    public static (KitchenStatistics? Train, KitchenStatistics? Test) Statistics(KitchenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (List<VideoScript> train, List<VideoScript> test) = Scripts(options);
        (List<AnnotatedVideo> annotated, KitchenTruth truth) = Annotate(options, train, test);
        return (Statistics(train, [], truth, options), Statistics(test, annotated, truth, options));
    }

    private static (List<VideoScript> Train, List<VideoScript> Test) Scripts(KitchenOptions options) => (
        [.. Enumerable.Range(0, options.TrainVideos).Select(i => ScriptWriter.Write(options, KitchenSplit.Train, i))],
        [.. Enumerable.Range(0, options.TestVideos).Select(i => ScriptWriter.Write(options, KitchenSplit.Test, i))]);

    private static (List<AnnotatedVideo> Annotated, KitchenTruth Truth) Annotate(KitchenOptions options, List<VideoScript> train, List<VideoScript> test) => (
        [.. test.Select(s => Annotators.Annotate(s, options.Annotators))],
        new(options.Seed, train.Concat(test).ToDictionary(s => s.Id, TruthBuilder.Build)));

    private static void Write(string folder, KitchenOptions options, List<VideoScript> train, List<AnnotatedVideo> annotated, KitchenTruth truth)
    {
        HowTo100MFiles.Write(Path.Combine(folder, "HowTo100M"), train);
        GroundingYouTubeFiles.Write(Path.Combine(folder, "GroundingYouTube"), annotated, options.Annotators);
        MiningYouTubeFiles.Write(Path.Combine(folder, "MiningYouTube"), annotated);
        YouCook2InteractionsFiles.Write(Path.Combine(folder, "YouCook2Interactions"), annotated, truth);
        CharadesStaFiles.Write(Path.Combine(folder, "CharadesSTA"), annotated);
        CharadesStaFiles.Write(Path.Combine(folder, "CharadesSTA"), [.. train.Select(s => Annotators.Annotate(s, options.Annotators))], "train");
        truth.Write(Path.Combine(folder, "truth.json"));
    }

    private static KitchenStatistics? Statistics(List<VideoScript> scripts, List<AnnotatedVideo> annotated, KitchenTruth truth, KitchenOptions options) =>
        scripts.Count == 0 ? null : StatisticsBuilder.Build(scripts, annotated, truth, options.Annotators);

    private static string VideoPath(string folder, VideoScript script) =>
        Path.Combine(folder, script.Split == KitchenSplit.Train ? "HowTo100M" : "GroundingYouTube", "videos", $"{script.Id}.mp4");

    /// <summary>Notes what the videos of a folder are made with, and refuses to mix them with others. Videos that lack only the sounds of actions are removed.</summary>
    private static void Stamp(string folder, KitchenOptions options)
    {
        string stamp = StampOf(options), path = Path.Combine(folder, StampName);
        string? found = File.Exists(path) ? File.ReadAllText(path) : null;
        if (found is not null && found != stamp)
        {
            if (!options.ActionSounds || found != StampOf(options with { ActionSounds = false }))
                throw new ArgumentException($"{folder} holds videos made with another seed or other options (see {StampName}); give an empty folder or remove this one.");
            foreach (string part in VideoParts)
                if (Directory.Exists(Path.Combine(folder, part, "videos")))
                    foreach (string video in Directory.EnumerateFiles(Path.Combine(folder, part, "videos"), "*.mp4"))
                        File.Delete(video);
        }

        // After the removal: a run killed in the midst of it removes the rest the next time.
        AtomicFile.WriteText(path, stamp);
    }

    private static string StampOf(KitchenOptions options)
    {
        // Counts and parallelism change no video.
        KitchenOptions made = options with { TrainVideos = 0, TestVideos = 0, Parallel = 0 };
        return JsonSerializer.Serialize(new { Version, Options = made }, StampFormat) + "\n";
    }
}
