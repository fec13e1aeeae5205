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
        Assert.Equal((3L, 3L), (reports[^1].Done, reports[^1].Total));
        Assert.Equal(reports.Select(r => r.Done).Order(), reports.Select(r => r.Done));
        using FeatureStore store = FeatureStore.Open(Store);
        Assert.Equal(["a", "b", "c"], store.Videos.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stopped_extraction_keeps_whole_videos_and_can_be_taken_up_again()
    {
        string[] ids = [.. Enumerable.Range(0, 8).Select(i => $"v{i}")];
        foreach (string id in ids)
            MakeVideo($"videos/{id}.mp4", 2);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => FeatureExtractor.Run(
            _folder.File("videos"), Store, _backbone, null, new Recorder([], stop.Cancel), stop.Token));
        int kept;
        using (FeatureStore store = FeatureStore.Open(Store))
        {
            kept = store.Videos.Count;
            Assert.InRange(kept, 1, 7);
            Assert.All(store.Videos, v => Assert.Equal([2, 10], store.Read(v, "global").Shape));
        }

        Assert.Equal((8 - kept, kept), FeatureExtractor.Run(_folder.File("videos"), Store, _backbone) is var r ? (r.Extracted, r.Skipped) : default);
    }

    [Fact]
    public void No_more_frames_are_held_than_the_options_say_however_slow_the_encoder_is()
    {
        MakeVideo("videos/a.mp4", 40);
        MakeVideo("videos/b.mp4", 40);
        MakeVideo("videos/c.mp4", 3);
        var options = new ExtractionOptions { Batch = 3, Decoders = 2 };
        var slow = new SlowBackbone(_backbone, TimeSpan.FromMilliseconds(30));
        ExtractionResult result = FeatureExtractor.Run(_folder.File("videos"), Store, slow, options);
        Assert.Equal((3, 83L, 18), (result.Extracted, result.Frames, options.MostFrames));
        Assert.InRange(result.MostFrames, 4, options.MostFrames);
        using FeatureStore store = FeatureStore.Open(Store);
        using FrameFeatures expected = _backbone.EncodeFrames(Frames(_folder.File("videos/b.mp4")));
        AssertHalf(expected.Global_BD, store.Read("b", "global").Values);
    }

    [Fact]
    public void Parts_share_a_store_and_together_do_every_video_once()
    {
        foreach (string id in new[] { "a", "b", "c", "d", "e" })
            MakeVideo($"videos/{id}.mp4", 1);
        ExtractionResult[] results = [.. Enumerable.Range(1, 3).AsParallel().Select(part =>
            FeatureExtractor.Run(_folder.File("videos"), Store, _backbone, new ExtractionOptions { Shard = part, Shards = 3 }))];
        Assert.Equal([1, 2, 2], results.Select(r => r.Extracted).Order());
        using FeatureStore store = FeatureStore.Open(Store);
        Assert.Equal(["a", "b", "c", "d", "e"], store.Videos.Order(StringComparer.Ordinal));
        Assert.Contains("1/3 to 3/3", Assert.Throws<ArgumentException>(() =>
            FeatureExtractor.Run(_folder.File("videos"), Store, _backbone, new ExtractionOptions { Shard = 4, Shards = 3 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_cannot_be_written_ends_the_run_and_no_video_is_called_broken()
    {
        MakeVideo("videos/a.mp4", 1);
        MakeVideo("videos/b.mp4", 1);
        Directory.CreateDirectory(Path.Combine(Store, "video-00000000.safetensors"));
        IOException e = Assert.Throws<IOException>(() => FeatureExtractor.Run(_folder.File("videos"), Store, _backbone));
        Assert.Contains("video-00000000.safetensors", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bfloat16_gives_nearly_the_same_features_under_another_name()
    {
        using ClipBackbone half = ClipBackbone.Load(Fixtures.Find("clip/weights.safetensors"), new ClipBackboneOptions { Precision = Precision.Bf16 });
        Assert.Equal(_backbone.Name + "-bf16", half.Name);
        using Tensor frames = rand(4, 3, 24, 24);
        using FrameFeatures exact = _backbone.EncodeFrames(frames), rounded = half.EncodeFrames(frames);
        Assert.Equal(ScalarType.Float32, rounded.Local_BND.dtype);
        using Tensor cosine = nn.functional.cosine_similarity(exact.Local_BND, rounded.Local_BND, -1);
        Assert.InRange(cosine.min().item<float>(), 0.999f, 0.9999999f);
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

    /// <summary>A backbone that takes its time.</summary>
    private sealed class SlowBackbone(IBackbone inner, TimeSpan pause) : IBackbone
    {
        public string Name => inner.Name;
        public int Width => inner.Width;
        public int GridSize => inner.GridSize;
        public int InputSize => inner.InputSize;

        public FrameFeatures EncodeFrames(Tensor frames_B3HW)
        {
            Thread.Sleep(pause);
            return inner.EncodeFrames(frames_B3HW);
        }

        public TextFeatures EncodeText(IReadOnlyList<string> sentences) => inner.EncodeText(sentences);

        public void Dispose() => inner.Dispose();
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
