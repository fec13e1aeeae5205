using System.Diagnostics;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>Real small videos through ffmpeg and a backbone with random weights.</summary>
public sealed class FeatureExtractorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ClipBackbone _backbone = ClipBackbone.Load(Fixtures.Find("clip/weights.safetensors"));

    public void Dispose()
    {
        _backbone.Dispose();
        _folder.Dispose();
    }

    private string Store => _folder.File("store");

    [Fact]
    public void Features_of_a_stored_video_are_those_of_its_frames()
    {
        MakeVideo("videos/a.mp4", seconds: 5);
        ExtractionResult result = FeatureExtractor.Run(_folder.File("videos"), Store, _backbone, new ExtractionOptions { Batch = 2 });
        Assert.Equal((1, 0, 5L), (result.Extracted, result.Skipped, result.Frames));
        Assert.Empty(result.Broken);

        using FeatureStore store = FeatureStore.Open(Store, _backbone.Name, 1);
        FeatureArray global = store.Read("a", "global"), local = store.Read("a", "local");
        Assert.Equal([5, 10], global.Shape);
        Assert.Equal([5, 9, 10], local.Shape);
        using FrameFeatures expected = _backbone.EncodeFrames(Frames(_folder.File("videos/a.mp4")));
        AssertHalf(expected.Global_BD, global.Values);
        AssertHalf(expected.Local_BND, local.Values);
        Assert.NotEqual(global.Values[..10], global.Values[10..20]);
    }

    [Fact]
    public void What_is_stored_is_skipped_and_the_rest_goes_on()
    {
        MakeVideo("videos/a.mp4", 2);
        FeatureExtractor.Run(_folder.File("videos"), Store, _backbone);
        MakeVideo("videos/b.mp4", 3);
        MakeVideo("videos/c.mp4", 1);
        var reports = new List<ProgressReport>();
        ExtractionResult result = FeatureExtractor.Run(
            _folder.File("videos"), Store, _backbone, new ExtractionOptions { Decoders = 1 }, new Recorder(reports));
        Assert.Equal((2, 1, 4L), (result.Extracted, result.Skipped, result.Frames));
        Assert.Equal([2, 3], reports.Select(r => r.Done));
        using FeatureStore store = FeatureStore.Open(Store);
        Assert.Equal(["a", "b", "c"], store.Videos.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stopped_extraction_keeps_whole_videos_and_can_be_taken_up_again()
    {
        foreach (string id in new[] { "a", "b", "c" })
            MakeVideo($"videos/{id}.mp4", 2);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => FeatureExtractor.Run(
            _folder.File("videos"), Store, _backbone, null, new Recorder([], stop.Cancel), stop.Token));
        using (FeatureStore store = FeatureStore.Open(Store))
            Assert.Equal(["a"], store.Videos);
        Assert.Equal((2, 1), FeatureExtractor.Run(_folder.File("videos"), Store, _backbone) is var r ? (r.Extracted, r.Skipped) : default);
    }

    [Fact]
    public void A_broken_video_is_listed_and_the_others_are_done()
    {
        MakeVideo("videos/a.mp4", 2);
        _folder.Write("videos/b.mp4", "this is no video");
        MakeVideo("videos/c.mp4", 2);
        ExtractionResult result = FeatureExtractor.Run(_folder.File("videos"), Store, _backbone);
        (string video, string reason) = Assert.Single(result.Broken);
        Assert.Equal(("b", 2), (video, result.Extracted));
        Assert.Contains("b.mp4", reason, StringComparison.Ordinal);
        Assert.Equal(["b"], FeatureExtractor.Run(_folder.File("videos"), Store, _backbone).Broken.Select(b => b.Video));
    }

    [Fact]
    public void A_store_of_another_backbone_is_refused()
    {
        MakeVideo("videos/a.mp4", 1);
        FeatureExtractor.Run(_folder.File("videos"), Store, _backbone);
        using ClipBackbone other = ClipBackbone.Load(Fixtures.Find("clip/weights.safetensors"), new ClipBackboneOptions { Input = ClipInput.Normalised });
        DataFormatException e = Assert.Throws<DataFormatException>(() => FeatureExtractor.Run(_folder.File("videos"), Store, other));
        Assert.Contains(other.Name, e.Message, StringComparison.Ordinal);
        Assert.Contains(_backbone.Name, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_must_hold_videos_each_id_once()
    {
        Directory.CreateDirectory(_folder.File("empty"));
        Assert.Throws<DirectoryNotFoundException>(() => FeatureExtractor.FindVideos(_folder.File("none")));
        Assert.Throws<DataFormatException>(() => FeatureExtractor.FindVideos(_folder.File("empty")));
        _folder.Write("twice/x.mp4", "");
        _folder.Write("twice/x.webm", "");
        Assert.Contains("x.mp4 and x.webm", Assert.Throws<DataFormatException>(() => FeatureExtractor.FindVideos(_folder.File("twice"))).Message, StringComparison.Ordinal);
        _folder.Write("mixed/b.mkv", "");
        _folder.Write("mixed/a.mp4", "");
        _folder.Write("mixed/notes.txt", "");
        Assert.Equal(["a", "b"], FeatureExtractor.FindVideos(_folder.File("mixed")).Select(v => v.Id));
    }

    private void MakeVideo(string name, int seconds)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        using Process ffmpeg = Process.Start("ffmpeg", [
            "-loglevel", "error", "-nostdin", "-f", "lavfi", "-i", $"testsrc=size=64x48:rate=5:duration={seconds}", "-pix_fmt", "yuv420p", "-y", _folder.File(name)]);
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    private static Tensor Frames(string path)
    {
        var frames = new List<Tensor>();
        foreach (Frame frame in FrameReader.ReadAsync(path, new FrameOptions { Width = 24, Height = 24 }).ToBlockingEnumerable())
            frames.Add(tensor([.. frame.Rgb.Select(b => b / 255f)], [24, 24, 3]).permute(2, 0, 1));
        return stack(frames);
    }

    private static void AssertHalf(Tensor expected, float[] stored)
    {
        float[] values = expected.data<float>().ToArray();
        Assert.Equal(values.Length, stored.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(values[i] - stored[i]) <= 1e-4 + 1e-3 * Math.Abs(values[i]), $"value {i}: {stored[i]} for {values[i]}");
    }

    private sealed class Recorder(List<ProgressReport> reports, Action? then = null) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
            reports.Add(value);
            then?.Invoke();
        }
    }
}
