using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class CharadesStaReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublicDataFact("CharadesSTA/charades_sta_test.txt", "CharadesSTA/Charades_v1_test.csv")]
    public void The_published_test_split_has_its_counts()
    {
        var moments = CharadesStaReader.Read(PublicData.Find("CharadesSTA/charades_sta_test.txt"), PublicData.Find("CharadesSTA/Charades_v1_test.csv"));
        Assert.Equal(3720, moments.Count);
        Assert.Equal(1334, moments.Select(moment => moment.Video).Distinct().Count());
        Assert.Equal("person turn a light on", moments[0].Sentence);
        Assert.Equal(("3MSZA", 24.3, 30.4), (moments[0].Video, moments[0].Segment.Start, moments[0].Segment.End));
        Assert.All(moments, moment => Assert.True(moment.Segment.End <= moment.Duration && !moment.Segment.IsEmpty));
    }

    [Fact]
    public void Ends_are_cut_to_the_video_and_moments_that_are_then_empty_dropped()
    {
        var moments = Read("A 1.5 20.0##turn. it on.\nA 12.0 20.0##gone\n\nB 0 3##sit\n");
        Assert.Equal([new("A", "turn. it on", new(1.5, 10.5), 10.5), new MomentQuery("B", "sit", new(0, 3), 4)], moments);
    }

    [Theory]
    [InlineData("A 1.5 20.0 sit\n", "line 1", "VIDEO START END##SENTENCE was expected")]
    [InlineData("A 1.5##sit\n", "line 1", "VIDEO START END##SENTENCE was expected")]
    [InlineData("A x 2##sit\n", "line 1, field start", "'x' is there")]
    [InlineData("B 0 1##a\nA 1 -2##sit\n", "line 2, field end", "'-2' is there")]
    [InlineData("A 3 2##sit\n", "line 1, field end", "3 to 2 is there")]
    [InlineData("A 1 2##.\n", "line 1, field sentence", "it is empty")]
    [InlineData("C 1 2##sit\n", "line 1, field video", "'C' is unknown there")]
    public void What_is_wrong_is_named(string text, string place, string expectation)
    {
        var error = Assert.Throws<DataFormatException>(() => Read(text));
        Assert.Equal(place, error.Place);
        Assert.Contains(expectation, error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lengths_are_named()
    {
        var path = _folder.Write("a.txt", "A 1 2##sit\n");
        Assert.Contains("line 2, column length: a finite number was expected, 'x' is there", Throws("id,length\nA,x\n"), StringComparison.Ordinal);
        Assert.Contains("line 2, column length: seconds above 0 were expected, 0 is there", Throws("id,length\nA,0\n"), StringComparison.Ordinal);
        Assert.Contains("line 3, column id: each video may appear once", Throws("id,length\nA,1\nA,2\n"), StringComparison.Ordinal);

        string Throws(string lengths) => Assert.Throws<DataFormatException>(() => CharadesStaReader.Read(path, _folder.Write("l.csv", lengths))).Message;
    }

    private IReadOnlyList<MomentQuery> Read(string text) =>
        CharadesStaReader.Read(_folder.Write("a.txt", text), _folder.Write("l.csv", "id,script,length\nA,\"x, y\",10.5\nB,z,4\n"));
}
