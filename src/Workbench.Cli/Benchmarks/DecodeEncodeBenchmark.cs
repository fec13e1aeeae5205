using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>What <c>extract</c> does with one film, decoding and encoding overlapped, against the slower of the two alone.</summary>
internal sealed class DecodeEncodeBenchmark : Benchmark
{
    private const int Seconds = 120, Width = 480, Height = 270, Rate = 25;
    private readonly List<double> _decode = [], _encode = [], _processor = [];
    private string? _folder;
    private ClipBackbone? _backbone;
    private List<byte[]> _frames = [];
    private ExtractionResult? _result;

    public override string Name => "decode-encode";
    public override string? Script => null;
    public override string About => $"extract: an .mp4 of {Seconds} s ({Width}×{Height}, {Rate} a second) at 1 fps through CLIP ViT-B/32, decoding, encoding and writing overlapped";
    public override string Peer => "the slower of decoding alone and encoding alone";
    public override bool OursByPeer => true;
    public override double AtLeast => 1.1;
    public override double Aim => 1.03;
    public override int? Turns => 5;

    public override string Note
    {
        get
        {
            double decode = Median.Of(_decode), encode = Median.Of(_encode), floor = Median.Of(_processor) / Environment.ProcessorCount / Math.Max(decode, encode);
            return string.Create(CultureInfo.InvariantCulture,
                $"Decoding alone takes {decode:0} ms, encoding alone {encode:0} ms, at most {_result!.MostFrames} of {new ExtractionOptions().MostFrames} frames are held. Both work on the same {Environment.ProcessorCount} cores here: the processor time of the two alone, spread evenly over the cores, is already {floor:0.00} of the slower.");
        }
    }

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(10);
        _folder = Directory.CreateTempSubdirectory("workbench-bench-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "videos"));
        using (Process ffmpeg = Process.Start("ffmpeg", [
            "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=s={Width}x{Height}:r={Rate}:d={Seconds}", "-vf", "noise=alls=4:allf=t:all_seed=1", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", Film]))
        {
            ffmpeg.WaitForExit();
            if (ffmpeg.ExitCode != 0)
                throw new InvalidOperationException($"ffmpeg could not make the film of the benchmark; it ended with code {ffmpeg.ExitCode}.");
        }

        _backbone = ClipEncoderBenchmark.Random(Precision.Fp32);
        _frames = [.. FrameReader.Read(Film, Options()).Select(f => f.Rgb)];
        return [];
    }

    /// <summary>The extraction into an empty store.</summary>
    public override void Run()
    {
        string store = Path.Combine(_folder!, "store");
        if (Directory.Exists(store))
            Directory.Delete(store, recursive: true);
        _result = FeatureExtractor.Run(Path.Combine(_folder!, "videos"), store, _backbone!);
    }

    /// <summary>Decodes alone, then encodes alone; the longer time of the two.</summary>
    public override double? OwnPeer()
    {
        using var self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        _encode.Add(Milliseconds(EncodeAlone));
        self.Refresh();
        double encodeProcessor = (self.TotalProcessorTime - before).TotalMilliseconds;
        double childrenBefore = ChildrenProcessorMilliseconds();
        _decode.Add(Milliseconds(DecodeAlone));
        _processor.Add(encodeProcessor + ChildrenProcessorMilliseconds() - childrenBefore);
        return Math.Max(_decode[^1], _encode[^1]);
    }

    public override double[] Result() => [_result!.Frames];

    public override void Dispose()
    {
        _backbone?.Dispose();
        _backbone = null;
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
        _folder = null;
        base.Dispose();
    }

    private string Film => Path.Combine(_folder!, "videos", "film.mp4");

    private FrameOptions Options() => new() { Fps = 1, Width = _backbone!.InputSize, Height = _backbone.InputSize };

    private void DecodeAlone()
    {
        foreach (Frame frame in FrameReader.Read(Film, Options()))
            _ = frame;
    }

    private void EncodeAlone()
    {
        foreach (byte[][] batch in _frames.Chunk(new ExtractionOptions().Batch))
        {
            using DisposeScope scope = NewDisposeScope();
            int side = _backbone!.InputSize;
            FrameFeatures features = _backbone.EncodeFrames(tensor(batch.SelectMany(f => f).ToArray(), [batch.Length, side, side, 3]).permute(0, 3, 1, 2).to(ScalarType.Float32).div_(255));
            _ = features.Local_BND.data<float>().ToArray();
        }
    }

    private static double Milliseconds(Action work)
    {
        long begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>Processor time of ended children, from /proc/self/stat in hundredths of a second; 0 where there is none.</summary>
    private static double ChildrenProcessorMilliseconds()
    {
        if (!File.Exists("/proc/self/stat"))
            return 0;
        string text = File.ReadAllText("/proc/self/stat");
        string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return 10.0 * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture));
    }
}
