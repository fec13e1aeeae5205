using Workbench.Data;

namespace Workbench.Cli.Benchmarks;

/// <summary>Reading the frames of random clips from a feature store.</summary>
internal sealed class FeatureReadBenchmark : Benchmark
{
    private const int Videos = 20, Seconds = 300, Tokens = 50, Width = 512, Frames = 16, Clips = 64;
    private string? _folder;
    private FeatureStore? _store;
    private long[] _clips = [];
    private double _sum;

    public override string Name => "feature-read";
    public override string About => $"FeatureStore, {Clips} random clips of {Frames}×{Tokens}×{Width} fp16 as fp32";
    public override string Peer => "NumPy memory maps of the same shard";
    public override double AtLeast => 1;
    public override double Aim => 2;
    public override double Tolerance => 1e-3;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        var random = new Random(9);
        _folder = Directory.CreateTempSubdirectory("workbench-bench-").FullName;
        using (FeatureStoreWriter writer = FeatureStoreWriter.Open(_folder, new FeatureStoreInfo("bench"), 1L << 40))
        {
            var values = new float[Seconds * Tokens * Width];
            for (int i = 0; i < values.Length; i++)
                values[i] = (float)(Half)((random.NextDouble() * 2) - 1);
            for (int v = 0; v < Videos; v++)
            {
                values[v] = v;
                writer.Append($"v{v:00}", ("local", new FeatureArray(values, [Seconds, Tokens, Width])));
            }

            writer.Complete();
        }

        _store = FeatureStore.Open(_folder);
        _clips = [.. Enumerable.Range(0, Clips).SelectMany(_ => new long[] { random.Next(Videos), random.Next(Seconds - Frames) })];
        byte[] path = System.Text.Encoding.UTF8.GetBytes(Directory.GetFiles(_folder, "shard-*")[0]);
        return [NamedArray.OfInt64s("clips", [Clips, 2], _clips), NamedArray.OfInt64s("path", [path.Length], [.. path.Select(b => (long)b)])];
    }

    public override void Run()
    {
        _sum = 0;
        for (int i = 0; i < _clips.Length; i += 2)
        {
            FeatureArray clip = _store!.Read($"v{_clips[i]:00}", "local", _clips[i + 1], Frames);
            _sum += clip.Values[0] + clip.Values[^1] + clip.Values[clip.Values.Length / 2];
        }
    }

    public override double[] Result() => [_sum];

    public override void Dispose()
    {
        _store?.Dispose();
        _store = null;
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
        _folder = null;
        base.Dispose();
    }
}
