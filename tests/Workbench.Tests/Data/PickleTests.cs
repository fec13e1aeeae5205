using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Tests.Data;

public sealed class PickleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Containers_strings_and_numbers_of_every_binary_protocol_are_read(int protocol)
    {
        var root = Assert.IsType<PickleDictionary>(PickleReader.Read(Fixtures.Find($"pickle/plain-{protocol}.pkl"))).Items;
        Assert.Equal(["video", "list", "set", "empty", "long text"], root.Select(pair => (string)pair.Key));
        var video = Assert.IsType<PickleDictionary>(root[0].Value).Items;
        Assert.Equal([22L, 300L], video.Select(pair => pair.Key));
        Assert.Equal([334L, 247.5, -1L, 1L << 40], Assert.IsType<PickleTuple>(video[0].Value).Items);
        Assert.Equal([-(1L << 40), 70000L, 0L, 255L], Assert.IsType<PickleTuple>(video[1].Value).Items);
        var list = Assert.IsType<List<object?>>(root[1].Value);
        Assert.Equal(["é", "é", null, true, false], list[..5]);
        Assert.Empty(Assert.IsType<List<object?>>(list[5]));
        Assert.Empty(Assert.IsType<PickleTuple>(list[6]).Items);
        Assert.Equal(["a", "b"], Assert.IsType<PickleTuple>(list[7]).Items);
        Assert.Equal(["v", 1L, 2L], Assert.IsType<PickleTuple>(Assert.Single(Assert.IsType<PickleSet>(root[2].Value).Items)).Items);
        Assert.Empty(Assert.IsType<PickleDictionary>(root[3].Value).Items);
        Assert.Equal(new string('x', 300), root[4].Value);
    }

    [Theory]
    [InlineData("evil-2.pkl", "'posix.system' is refused")]
    [InlineData("evil-3.pkl", "'posix.system' is refused")]
    [InlineData("evil-4.pkl", "'posix.system' is refused")]
    [InlineData("evil-5.pkl", "'posix.system' is refused")]
    [InlineData("ordered.pkl", "'collections.OrderedDict' is refused")]
    [InlineData("bytes.pkl", "opcode SHORT_BINBYTES is refused")]
    [InlineData("protocol-0.pkl", "a pickle of protocol 2 to 5 was expected")]
    public void Anything_else_is_refused_by_name(string file, string message)
    {
        var error = Assert.Throws<DataFormatException>(() => PickleReader.Read(Fixtures.Find("pickle/" + file)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("offset ", error.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8002", "1 more bytes were expected")]
    [InlineData("80022e", "a value on the stack was expected")]
    [InlineData("80024e4e2e", "one value was expected at the end")]
    [InlineData("8002282e", "a value on the stack was expected")]
    [InlineData("8002580000007f", "bytes of text are announced")]
    [InlineData("800258ffffffff", "4294967295 bytes of text are announced")]
    [InlineData("800258010000 00ff2e", "UTF-8 text was expected")]
    [InlineData("80026800", "memo 0 was used before it was set")]
    [InlineData("80024e612e", "a value on the stack was expected")]
    [InlineData("80024e4e612e", "a list to append to was expected")]
    [InlineData("8002652e", "a mark on the stack was expected")]
    [InlineData("80027d28752e", "")]
    [InlineData("80027d284e4e752e", "a key that is not None was expected")]
    [InlineData("80027d284e752e", "a dict and pairs")]
    [InlineData("80024e85522e", "a value on the stack was expected")]
    [InlineData("80024e4e52", "opcode REDUCE is refused")]
    [InlineData("80028aff", "at most 8 bytes was expected; it has 255")]
    [InlineData("8002635f5f6275696c74696e5f5f0a6576616c0a2e", "'__builtin__.eval' is refused")]
    public void Damaged_pickles_are_refused_with_their_offset(string hex, string message)
    {
        var path = _folder.File("x.pkl");
        File.WriteAllBytes(path, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        if (message.Length == 0)
            Assert.Empty(Assert.IsType<PickleDictionary>(PickleReader.Read(path)).Items);
        else
            Assert.Contains(message, Assert.Throws<DataFormatException>(() => PickleReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var whole = File.ReadAllBytes(Fixtures.Find("pickle/plain-2.pkl"));
        var path = _folder.File("x.pkl");
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<DataFormatException>(() => PickleReader.Read(path));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var path = _folder.File("x.pkl");
        PickleWriter.Write(path, new Dictionary<string, object>
        {
            ["boxes"] = new Dictionary<int, object> { [3] = (1, 2.5, -3, 1L << 40), [-70000] = new PickleTuple("é", 0.1f) },
            ["set"] = new PickleSet([("v", 1, 2)]),
        });
        var root = Assert.IsType<PickleDictionary>(PickleReader.Read(path)).Items;
        var boxes = Assert.IsType<PickleDictionary>(root[0].Value).Items;
        Assert.Equal([3L, -70000L], boxes.Select(pair => pair.Key));
        Assert.Equal([1L, 2.5, -3L, 1L << 40], Assert.IsType<PickleTuple>(boxes[0].Value).Items);
        Assert.Equal(["é", (double)0.1f], Assert.IsType<PickleTuple>(boxes[1].Value).Items);
        Assert.Equal(["v", 1L, 2L], Assert.IsType<PickleTuple>(Assert.IsType<PickleSet>(root[1].Value).Items[0]).Items);
        Assert.Contains("Uri was given", Assert.Throws<ArgumentException>(() => PickleWriter.Write(path, new PickleTuple(new Uri("http://x")))).Message, StringComparison.Ordinal);
    }
}
