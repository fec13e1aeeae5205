using System.Diagnostics;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// Reads the sound of videos into a feature store of its own: "audio" [F, D] in half precision, F seconds of the video. A video without a
/// track, or with a silent one, gets zeros and is named in the result. Taken up by running it again, like <see cref="FeatureExtractor"/>.
/// </summary>
public static class AudioExtractor
{
    /// <summary>Extracts the given videos that the store has not.</summary>
    /// <exception cref="DataFormatException">The store is of another encoder.</exception>
    public static AudioExtractionResult Run(
        IReadOnlyList<(string Id, string Path)> videos, string storeFolder, DavenetEncoder encoder, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(encoder);
        using FeatureStoreWriter writer = FeatureStoreWriter.Open(storeFolder, new FeatureStoreInfo(encoder.Name));
        List<(string Id, string Path)> missing = [.. videos.Where(v => !writer.Contains(v.Id))];
        var silent = new List<string>();
        var broken = new List<(string, string)>();
        var clock = Stopwatch.StartNew();
        long seconds = 0;
        Task<Track>? next = missing.Count > 0 ? Read(missing[0].Path, encoder.SampleRate, cancellation) : null;
        for (int i = 0; i < missing.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Task<Track> reading = next!;
            next = i + 1 < missing.Count ? Read(missing[i + 1].Path, encoder.SampleRate, cancellation) : null;
            try
            {
                Track track = reading.GetAwaiter().GetResult();
                FeatureArray audio = encoder.Encode(track.Samples, track.Seconds);
                writer.Append(missing[i].Id, ("audio", audio));
                seconds += audio.Shape[0];
                if (DavenetEncoder.IsSilent(track.Samples))
                    silent.Add(missing[i].Id);
            }
            catch (Exception e) when (e is DataFormatException or IOException)
            {
                broken.Add((missing[i].Id, e.Message));
            }

            progress?.Report(new ProgressReport("Extracting audio", videos.Count - missing.Count + i + 1, videos.Count, $"{seconds} s of sound, {seconds / Math.Max(1e-3, clock.Elapsed.TotalSeconds):F0} a second"));
        }

        writer.Complete();
        return new AudioExtractionResult(missing.Count - broken.Count, videos.Count - missing.Count, seconds, clock.Elapsed, silent, broken);
    }

    /// <summary>A video's sound while the one before is encoded; no samples where there is no track.</summary>
    private static Task<Track> Read(string path, int rate, CancellationToken cancellation) => Task.Run(
        () =>
        {
            MediaInfo media = MediaProbe.Read(path, cancellation);
            float[] samples = media.HasAudio ? AudioReader.Read(path, new AudioOptions { SampleRate = rate }, cancellation) : [];
            double duration = media.Duration > 0 ? media.Duration : (double)samples.Length / rate;
            return new Track(samples, Math.Max(1, (int)Math.Round(duration, MidpointRounding.AwayFromZero)));
        },
        cancellation);

    private sealed record Track(float[] Samples, int Seconds);
}
