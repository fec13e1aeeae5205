using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>
/// What remains of a run: what was run, what came out, and on what. One small JSON file each, results/runs/NAME-HASH.json; tables
/// and figures are made from these files only.
/// </summary>
public sealed record RunRecord
{
    /// <summary>How run files are written.</summary>
    public static JsonSerializerOptions Format { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // a metric may be NaN
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Short name: small letters, digits, '.', '-' and '_'.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="CanonicalJson.Hash"/> of <see cref="Recipe"/>: the same settings give the same hash, on any machine.</summary>
    public string Hash => CanonicalJson.Hash(Recipe);

    /// <summary>Everything that decides the outcome, seeds included; nothing that does not.</summary>
    public required JsonObject Recipe { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public string? Command { get; init; }

    /// <summary>Name to value, in the units the name says ("pointing %").</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>What was counted: frames, videos, segments, steps.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The seeds over which the metrics are means; empty where nothing was drawn.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [];

    /// <summary>The machine.</summary>
    public HostFacts? Host { get; init; }

    /// <summary>Version of libtorch and device; null for work without tensors.</summary>
    public string? Torch { get; init; }

    /// <summary>The commit the run was started from.</summary>
    public string? Commit { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What a reader must know beside the numbers.</summary>
    public string? Note { get; init; }

    /// <summary>Name and the first 12 digits of the hash.</summary>
    [JsonIgnore]
    public string FileName => $"{Name}-{Hash[..12]}.json";

    /// <summary>Writes the record to its name in the folder, replacing an older run of the same recipe; gives the path.</summary>
    /// <exception cref="ArgumentException">The name cannot be part of a file name.</exception>
    public string Write(string folder)
    {
        if (Name.Length == 0 || !Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_'))
            throw new ArgumentException($"'{Name}' cannot name a run; use small letters, digits, '.', '-' and '_'.");
        string path = Path.Combine(folder, FileName);
        AtomicFile.WriteText(path, ToJson() + "\n");
        return path;
    }

    /// <summary>The text of the run file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Reads a record.</summary>
    /// <exception cref="DataFormatException">The file is no run record, or its hash is not its recipe's.</exception>
    public static RunRecord Read(string path)
    {
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new DataFormatException(path, "the outermost value", "an object was expected");
            string? hash = (string?)node["hash"];
            node.Remove("hash");
            var record = node.Deserialize<RunRecord>(Format)!;
            return hash == record.Hash
                ? record
                : throw new DataFormatException(path, "hash", $"{record.Hash}, the hash of the recipe, was expected, {hash ?? "nothing"} is there");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DataFormatException(path, (error as JsonException)?.Path ?? "hash", "a run record was expected: " + error.Message, error);
        }
    }
}
