using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class FeatureStoreTests : IDisposable
{
    private static readonly FeatureStoreInfo Info = new("clip-tiny", 1, ElementType.F32);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_appended_is_read_back_whole_and_in_slices_before_and_after_merging()
    {
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info))
        {
            Append(writer, "a", 3);
            Append(writer, "b/with slash", 2);
            Check();
            writer.Complete();
        }
        Assert.Equal(["index.json", "shard-00000.safetensors", "writer.lock"], Names());
        Check();

        void Check()
        {
            using var store = FeatureStore.Open(_folder.Path, "clip-tiny", 1);
            Assert.Equal(["a", "b/with slash"], store.Videos);
            Assert.True(store.Contains("b/with slash") && !store.Contains("c"));
            Assert.Equal([3L, 2, 4], store.Shapes("a")["local"]);
            Assert.Equal([3L, 4], store.Shapes("a")["global"]);
            Assert.Equal(Local(3), store.Read("a", "local").Values);
            var slice = store.Read("a", "local", 1, 2);
            Assert.Equal([2L, 2, 4], slice.Shape);
            Assert.Equal(Local(3)[8..], slice.Values);
            Assert.Empty(store.Read("a", "local", 3, 0).Values);
            Assert.Equal(Local(2), store.Read("b/with slash", "local").Values);
        }
    }

    [Fact]
    public void Half_precision_rounds_to_nearest()
    {
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info with { DType = ElementType.F16 }))
            writer.Append("a", ("global", new FeatureArray([0.1f, 1 / 3f], [1, 2])));
        using var store = FeatureStore.Open(_folder.Path);
        Assert.Equal([(float)(Half)0.1f, (float)(Half)(1 / 3f)], store.Read("a", "global").Values);
        Assert.Equal(ElementType.F16, store.Info.DType);
    }

    [Fact]
    public void Videos_are_merged_into_shards_of_the_size_asked_for()
    {
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info, shardBytes: 1000))
            for (var i = 0; i < 10; i++)
                Append(writer, $"v{i}", 5);
        var shards = Names().Count(name => name.StartsWith("shard-", StringComparison.Ordinal));
        Assert.InRange(shards, 3, 5);
        using var store = FeatureStore.Open(_folder.Path);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"v{i}"), store.Videos);
        Assert.All(store.Videos, video => Assert.Equal(Local(5), store.Read(video, "local").Values));
    }

    [Theory]
    [InlineData("shard")]
    [InlineData("index")]
    [InlineData("delete")]
    public void A_writer_killed_at_any_step_of_a_merge_loses_nothing_and_is_gone_on_with(string step)
    {
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info))
        {
            Append(writer, "a", 3);
            Append(writer, "b", 2);
            writer.AfterStep = done =>
            {
                if (done == step)
                    throw new OperationCanceledException("killed");
            };
            Assert.Throws<OperationCanceledException>(writer.Complete);
        }
        Check("a", "b");
        _folder.Write(".video-00000002.safetensors.abcdefgh.tmp", "half a file");
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info))
        {
            Assert.True(writer.Contains("a") && writer.Contains("b"));
            Append(writer, "c", 1);
            Check("a", "b", "c");
            writer.Complete();
        }
        Check("a", "b", "c");
        Assert.DoesNotContain(Names(), name => name.EndsWith(".tmp", StringComparison.Ordinal) || name.StartsWith("video-", StringComparison.Ordinal));

        void Check(params string[] videos)
        {
            using var store = FeatureStore.Open(_folder.Path);
            Assert.Equal(videos, store.Videos);
            Assert.Equal(Local(3), store.Read("a", "local").Values);
            Assert.Equal(Local(2), store.Read("b", "local").Values);
        }
    }

    [Fact]
    public void An_open_reader_keeps_what_it_saw_while_a_writer_merges()
    {
        using var writer = FeatureStoreWriter.Open(_folder.Path, Info);
        Append(writer, "a", 3);
        using var before = FeatureStore.Open(_folder.Path);
        Append(writer, "b", 2);
        writer.Complete();
        Assert.Equal(["a"], before.Videos);
        Assert.Equal(Local(3), before.Read("a", "local").Values);
        using var after = FeatureStore.Open(_folder.Path);
        Assert.Equal(["a", "b"], after.Videos);
    }

    [Fact]
    public async Task Readers_may_open_and_read_while_a_writer_appends()
    {
        using var writer = FeatureStoreWriter.Open(_folder.Path, Info, shardBytes: 1500);
        Append(writer, "v0", 3);
        using var done = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var reader = Task.Run(() =>
        {
            var most = 0;
            while (!done.IsCancellationRequested)
            {
                started.TrySetResult();
                using var store = FeatureStore.Open(_folder.Path);
                Assert.True(store.Videos.Count >= most, $"{store.Videos.Count} videos after {most}");
                most = store.Videos.Count;
                Parallel.ForEach(store.Videos, video => Assert.Equal(Local(3), store.Read(video, "local").Values));
            }
            return most;
        });
        await started.Task;
        for (var i = 1; i < 60; i++)
            Append(writer, $"v{i}", 3);
        await done.CancelAsync();
        Assert.InRange(await reader, 1, 60);
        using var last = FeatureStore.Open(_folder.Path);
        Assert.Equal(60, last.Videos.Count);
    }

    [Fact]
    public void A_truncated_or_missing_shard_is_refused_with_its_name()
    {
        using (var writer = FeatureStoreWriter.Open(_folder.Path, Info))
        {
            Append(writer, "a", 3);
            writer.Complete();
        }
        var shard = _folder.File("shard-00000.safetensors");
        var bytes = File.ReadAllBytes(shard);
        File.WriteAllBytes(shard, bytes[..^4]);
        var error = Assert.Throws<DataFormatException>(() => FeatureStore.Open(_folder.Path));
        Assert.Contains($"{shard}: offset {bytes.Length - 4}: index.json lists it with {bytes.Length} bytes; the file has {bytes.Length - 4}", error.Message, StringComparison.Ordinal);
        File.Delete(shard);
        error = Assert.Throws<DataFormatException>(() => FeatureStore.Open(_folder.Path));
        Assert.Contains("it is missing", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clip-large", 1.0, "features of 'clip-large' were expected, these are of 'clip-tiny'")]
    [InlineData("clip-tiny", 5.0, "5 rows a second were expected, these have 1")]
    public void Another_backbone_or_rate_is_refused_by_reader_and_writer(string backbone, double fps, string message)
    {
        FeatureStoreWriter.Open(_folder.Path, Info).Dispose();
        Assert.Contains(message, Assert.Throws<DataFormatException>(() => FeatureStore.Open(_folder.Path, backbone, fps)).Message, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<DataFormatException>(() => FeatureStoreWriter.Open(_folder.Path, new(backbone, fps, ElementType.F32))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "line 1, position 2")]
    [InlineData("""{"format":"other"}""", "entry 'format'")]
    [InlineData("""{"format":"workbench-features","version":2}""", "version 1 was expected, 2 is there")]
    [InlineData("""{"format":"workbench-features","version":1,"dtype":"I8"}""", "F16 or F32 was expected")]
    [InlineData("""{"format":"workbench-features","version":1,"dtype":"F16","shards":[{"file":7}]}""", "a string was expected, 7 is there")]
    public void A_damaged_index_is_refused(string text, string message)
    {
        _folder.Write("index.json", text);
        Assert.Contains(message, Assert.Throws<DataFormatException>(() => FeatureStore.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_writers_share_a_store()
    {
        using var first = FeatureStoreWriter.Open(_folder.Path, Info, shardBytes: 700);
        using var second = FeatureStoreWriter.Open(_folder.Path, Info, shardBytes: 700);
        for (var i = 0; i < 8; i++)
            Append(i % 3 == 0 ? second : first, $"v{i}", 3);
        Assert.False(second.TryAppend("v7", [NamedArray.OfSingles("global", [1, 1], [1])]));
        Assert.Contains("has video 'v6' already", Assert.Throws<ArgumentException>(() => Append(first, "v6", 3)).Message, StringComparison.Ordinal);
        second.Complete();
        first.Refresh();
        Assert.True(first.Contains("v7") && first.Count == 8);
        first.Complete();
        using var store = FeatureStore.Open(_folder.Path);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"v{i}"), store.Videos);
        Assert.All(store.Videos, video => Assert.Equal(Local(3), store.Read(video, "local").Values));
        Assert.DoesNotContain(Names(), name => name.StartsWith("video-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_write_nothing_twice()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            using var writer = FeatureStoreWriter.Open(_folder.Path, Info, shardBytes: 2000);
            var mine = Enumerable.Range(0, 30).Count(i => writer.TryAppend($"v{i}", [NamedArray.OfSingles("local", [3, 2, 4], Local(3))]));
            writer.Complete();
            return mine;
        })));
        Assert.Equal(30, added.Sum());
        using var store = FeatureStore.Open(_folder.Path);
        Assert.Equal(30, store.Videos.Distinct().Count());
        Assert.All(store.Videos, video => Assert.Equal(Local(3), store.Read(video, "local").Values));
    }

    [Fact]
    public void A_writer_that_is_not_let_in_gives_up_after_its_patience()
    {
        using var writer = FeatureStoreWriter.Open(_folder.Path, Info);
        using (new FileStream(_folder.File("writer.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Contains("other writers have held it", Assert.Throws<IOException>(() => FeatureStoreLock.Take(_folder.Path, TimeSpan.Zero)).Message, StringComparison.Ordinal);
        Append(writer, "a", 1);
        Assert.Equal(1, writer.Count);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        using var writer = FeatureStoreWriter.Open(_folder.Path, Info);
        Append(writer, "a", 3);
        Assert.Contains("has video 'a' already", Assert.Throws<ArgumentException>(() => Append(writer, "a", 3)).Message, StringComparison.Ordinal);
        Assert.Contains("value 1 is NaN", Assert.Throws<ArgumentException>(() => writer.Append("b", ("x", new([0, float.NaN], [2])))).Message, StringComparison.Ordinal);
        Assert.Contains("takes 12 bytes; 8 were given", Assert.Throws<ArgumentException>(() => writer.Append("b", ("x", new([0, 0], [3])))).Message, StringComparison.Ordinal);
        Assert.Contains("no slash", Assert.Throws<ArgumentException>(() => writer.Append("b", ("x/y", new([0], [1])))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.Append("b"));
        Assert.False(writer.Contains("b"));
        Assert.Contains("I8 was asked for", Assert.Throws<ArgumentException>(() => FeatureStoreWriter.Open(_folder.Path, Info with { DType = ElementType.I8 })).Message, StringComparison.Ordinal);

        using var store = FeatureStore.Open(_folder.Path);
        Assert.Contains("no features of video 'b'", Assert.Throws<KeyNotFoundException>(() => store.Read("b", "local")).Message, StringComparison.Ordinal);
        Assert.Contains("no array 'words'; it has 'global', 'local'", Assert.Throws<KeyNotFoundException>(() => store.Read("a", "words")).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 rows; 2 from 2 on", Assert.Throws<ArgumentOutOfRangeException>(() => store.Read("a", "local", 2, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Assert.Throws<DataFormatException>(() => FeatureStore.Open(_folder.File("none"))).Message, StringComparison.Ordinal);
    }

    private static void Append(FeatureStoreWriter writer, string video, int rows) => writer.Append(video,
        ("global", new FeatureArray(Local(rows)[..(rows * 4)], [rows, 4])), ("local", new FeatureArray(Local(rows), [rows, 2, 4])));

    private static float[] Local(int rows) => Enumerable.Range(0, rows * 8).Select(i => i / 4f).ToArray();

    private string[] Names() => Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToArray();
}
