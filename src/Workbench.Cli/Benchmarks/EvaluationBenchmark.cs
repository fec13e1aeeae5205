using System.Globalization;
using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Cli.Benchmarks;

/// <summary>Video mAP of an evaluation as large as GroundingYouTube's, from heat maps to the five thresholds.</summary>
internal sealed class EvaluationBenchmark : Benchmark
{
    private const int Videos = 250, Segments = 5_091, Boxes = 17_316, Classes = 40, Width = 640, Height = 480, Grid = 7;
    private const double Threshold = 0.5;
    private readonly List<(int Video, int Label, int First, int Count, double Confidence, HeatMap[] Heat)> _tubes = [];
    private readonly List<(int Video, int Label, int Start, int End, Box Box)> _truths = [];
    private double[] _result = [];

    public override string Name => "evaluation";
    public override string About => $"video mAP, {Videos} videos, {Segments:N0} segments, {Boxes:N0} boxes, {Grid}×{Grid} heat a second, 5 thresholds";
    public override string Peer => "vectorised NumPy over full-resolution masks";
    public override double AtLeast => 10;
    public override double Aim => 50;
    public override double Tolerance => 1e-3;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        var random = new Random(7);
        _tubes.Clear();
        _truths.Clear();
        var heat = new List<float>();
        for (int i = 0; i < Segments; i++)
        {
            int video = i % Videos, start = (5 * (i / Videos)) + 1, label = random.Next(Classes), seconds = i < Boxes - (3 * Segments) ? 4 : 3;
            double left = random.Next(Width - 200), top = random.Next(Height - 200);
            _truths.Add((video, label, start, start + seconds - 1, new Box(left, top, left + 200, top + 200)));
            int count = random.Next(3, 6);
            var maps = new HeatMap[count];
            for (int s = 0; s < count; s++)
            {
                var cells = new float[Grid * Grid];
                for (int c = 0; c < cells.Length; c++)
                {
                    double dx = (((c % Grid) + 0.5) * Width / Grid) - left - 100, dy = (((c / Grid) + 0.5) * Height / Grid) - top - 100;
                    cells[c] = (float)((0.8 * Math.Exp(-((dx * dx) + (dy * dy)) / 20_000)) + (0.3 * random.NextDouble()));
                }

                heat.AddRange(cells);
                maps[s] = new HeatMap(Grid, Grid, cells);
            }

            _tubes.Add((video, random.NextDouble() < 0.7 ? label : random.Next(Classes), Math.Max(0, start + random.Next(-1, 2)), count, random.NextDouble(), maps));
        }

        return
        [
            NamedArray.OfInt64s("tubes", [Segments, 4], [.. _tubes.SelectMany(t => new long[] { t.Video, t.Label, t.First, t.Count })]),
            NamedArray.OfSingles("confidence", [Segments], [.. _tubes.Select(t => (float)t.Confidence)]),
            NamedArray.OfSingles("heat", [heat.Count / (Grid * Grid), Grid, Grid], [.. heat]),
            NamedArray.OfInt64s("truths", [Segments, 4], [.. _truths.SelectMany(t => new long[] { t.Video, t.Label, t.Start, t.End })]),
            NamedArray.OfSingles("boxes", [Segments, 4], [.. _truths.SelectMany(t => new[] { (float)t.Box.Left, (float)t.Box.Top, (float)t.Box.Right, (float)t.Box.Bottom })]),
            NamedArray.OfInt64s("frame", [2], [Width, Height]),
        ];
    }

    public override void Run()
    {
        string[] names = [.. Enumerable.Range(0, Classes).Select(c => c.ToString("00", CultureInfo.InvariantCulture))];
        var map = new VideoMap();
        ILookup<int, TruthTube> truths = _truths.ToLookup(t => t.Video, t => new TruthTube(names[t.Label], Enumerable.Range(t.Start, t.End - t.Start + 1).ToDictionary(s => s, _ => t.Box), new HashSet<int>()));
        ILookup<int, MaskTube> tubes = _tubes.AsParallel().AsOrdered().Select(t => (t.Video, Tube: new MaskTube(
            names[t.Label], t.Heat.Select((h, i) => (h, i)).ToDictionary(p => t.First + p.i, p => HeatMask.AtLeast(p.h, Threshold, Width, Height)), (float)t.Confidence))).ToLookup(t => t.Video, t => t.Tube);
        for (int video = 0; video < Videos; video++)
            map.Add(video.ToString(CultureInfo.InvariantCulture), [.. tubes[video]], [.. truths[video]]);
        _result = [.. map.Result().AtThreshold.Select(r => r.Mean)];
    }

    public override double[] Result() => _result;
}
