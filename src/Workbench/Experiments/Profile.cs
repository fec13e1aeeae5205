namespace Workbench.Experiments;

/// <summary>How much of the embedded benchmark a reproduction uses. Real data has its own size; there only the seeds apply, and the steps with the embedded recipe.</summary>
public sealed record Profile
{
    public required string Name { get; init; }

    /// <summary>What it is for and how long it takes on 2 cores.</summary>
    public required string About { get; init; }

    public required int TrainVideos { get; init; }
    public required int TestVideos { get; init; }
    public required int Steps { get; init; }
    public required int BatchSize { get; init; }
    public IReadOnlyList<long> Seeds { get; init; } = [1];

    /// <summary>For CI: everything runs, nothing is learnt well.</summary>
    public static Profile Smoke { get; } = new()
    {
        Name = "smoke",
        About = "everything runs, nothing is learnt well; about 2 minutes",
        TrainVideos = 12,
        TestVideos = 3,
        Steps = 12,
        BatchSize = 16,
    };

    /// <summary>The default.</summary>
    public static Profile Quick { get; } = new()
    {
        Name = "quick",
        About = "one seed; at most 10 minutes",
        TrainVideos = 96,
        TestVideos = 16,
        Steps = 400,
        BatchSize = 16,
    };

    /// <summary>For numbers to quote.</summary>
    public static Profile Full { get; } = new()
    {
        Name = "full",
        About = "three seeds, mean ± standard deviation; about an hour, estimated from the quick one",
        TrainVideos = 384,
        TestVideos = 48,
        Steps = 2000,
        BatchSize = 16,
        Seeds = [1, 2, 3],
    };

    public static IReadOnlyList<Profile> All { get; } = [Smoke, Quick, Full];

    /// <summary>What names of files say of seeds that are not the profile's own: "-seeds-1-2-3"; else nothing.</summary>
    public string SeedsInNames => Seeds.SequenceEqual(Named(Name).Seeds) ? "" : $"-seeds-{string.Join('-', Seeds)}";

    /// <summary>The same profile with other seeds.</summary>
    /// <exception cref="ArgumentException">None, one twice, or a negative one.</exception>
    public Profile With(IReadOnlyList<long> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return seeds.Count > 0 && seeds.Distinct().Count() == seeds.Count && seeds.All(s => s >= 0)
            ? this with { Seeds = seeds }
            : throw new ArgumentException($"Seeds are different numbers from 0 on; given: {string.Join(' ', seeds)}.", nameof(seeds));
    }

    /// <exception cref="ArgumentException">No such profile.</exception>
    public static Profile Named(string name) => All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"Unknown profile '{name}'; there are {string.Join(", ", All.Select(p => p.Name))}.", nameof(name));
}
