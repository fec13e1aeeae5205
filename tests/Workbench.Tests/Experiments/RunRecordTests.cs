using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Experiments;

namespace Workbench.Tests.Experiments;

public class RunRecordTests
{
    private static RunRecord Record() => new()
    {
        Name = "table6-both",
        Recipe = new JsonObject { ["seed"] = 1, ["width"] = 256, ["loss"] = new JsonObject { ["local"] = true, ["margin"] = 0.001 } },
        Metrics = new Dictionary<string, double> { ["pointing %"] = 57.1, ["IoU %"] = double.NaN },
        Counts = new Dictionary<string, long> { ["frames"] = 17_531 },
        Seeds = [1, 2],
        Host = new HostFacts("A processor", 2, 4, "Debian", "X64", ".NET 10", null),
        Torch = "1.13.1 cpu",
        Started = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Seconds = 12.5,
    };

    [Fact]
    public void A_record_survives_writing_and_reading()
    {
        using var folder = new TemporaryFolder();
        string path = Record().Write(folder.Path);
        Assert.Equal($"table6-both-{Record().Hash[..12]}.json", Path.GetFileName(path));
        var read = RunRecord.Read(path);
        Assert.Equal(Record().Metrics, read.Metrics);
        Assert.Equal(Record().Counts, read.Counts);
        Assert.Equal(Record().Hash, read.Hash);
        Assert.Equal(Record().Host, read.Host);
        Assert.Equal(Record().Started, read.Started);
        Assert.Equal([1, 2], read.Seeds);
        Assert.Null(read.Note);
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(read.Write(folder.Path)));
    }

    [Fact]
    public void The_canonical_text_has_sorted_names_and_shortest_numbers()
    {
        var node = JsonNode.Parse("""{"b": [1.0, 1e-3, null, true], "a": {"z": "ü\n", "y": 12345678901234}}""");
        Assert.Equal("""{"a":{"y":12345678901234,"z":"\u00FC\n"},"b":[1,0.001,null,true]}""", CanonicalJson.Write(node));
        // sha256sum of the two bytes {}
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalJson.Hash(new JsonObject()));
    }

    [Fact]
    public void The_hash_depends_on_the_recipe_and_on_nothing_else()
    {
        var reordered = Record() with { Seconds = 1, Recipe = new JsonObject { ["loss"] = new JsonObject { ["margin"] = 1e-3, ["local"] = true }, ["width"] = 256.0, ["seed"] = 1L } };
        Assert.Equal(Record().Hash, reordered.Hash);
        reordered.Recipe["seed"] = 2;
        Assert.NotEqual(Record().Hash, reordered.Hash);
    }

    [Fact]
    public void A_recipe_changed_by_hand_is_noticed()
    {
        using var folder = new TemporaryFolder();
        string path = Record().Write(folder.Path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("256", "512", StringComparison.Ordinal));
        Assert.Contains("hash of the recipe", Assert.Throws<DataFormatException>(() => RunRecord.Read(path)).Message);
        folder.Write("list.json", "[]");
        Assert.Throws<DataFormatException>(() => RunRecord.Read(folder.File("list.json")));
        folder.Write("broken.json", "{\"hash\": ");
        Assert.Throws<DataFormatException>(() => RunRecord.Read(folder.File("broken.json")));
        folder.Write("other.json", "{\"hash\": \"x\", \"stranger\": 1}");
        Assert.Throws<DataFormatException>(() => RunRecord.Read(folder.File("other.json")));
    }

    [Fact]
    public void A_name_that_leaves_the_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<ArgumentException>(() => (Record() with { Name = "../x" }).Write(folder.Path));
    }

    [Fact]
    public void The_commit_is_read_from_loose_and_packed_references()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(SourceCommit.Of(folder.Path));
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        Assert.Null(SourceCommit.Of(folder.Path));
        folder.Write(".git/packed-refs", "# pack-refs\n1111 refs/heads/other\n2222 refs/heads/main\n");
        Assert.Equal("2222", SourceCommit.Of(folder.Path));
        folder.Write(".git/refs/heads/main", "3333\n");
        Assert.Equal("3333", SourceCommit.Of(folder.Path));
        folder.Write(".git/HEAD", "4444\n");
        Assert.Equal("4444", SourceCommit.Of(folder.Path));
    }
}
