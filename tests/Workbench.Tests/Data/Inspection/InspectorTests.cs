using Workbench.Data;
using Workbench.Data.Inspection;

namespace Workbench.Tests.Data.Inspection;

public sealed class InspectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublicDataFact("GroundingYouTube/seg.json")]
    public void The_public_annotations_are_recognised_and_counted()
    {
        var found = Inspector.Inspect(PublicData.Find("GroundingYouTube"));
        Assert.Equal(InspectionKind.GroundingYouTube, found.Kind);
        Dictionary<string, double> counts = found.Counts.ToDictionary(c => c.Name, c => c.Value);
        Assert.InRange(counts["Seg: segments"], 5000, 5132);
        Assert.InRange(counts["boxes, Agree"], 17_000, 17_316);
        Assert.Equal(InspectionKind.MiningYouTube, Inspector.Inspect(PublicData.Find("MiningYouTube")).Kind);
        Assert.Contains(Inspector.Inspect(PublicData.Root).Parts, p => p.Kind == InspectionKind.YouCook2Interactions);
    }

    [Fact]
    public void Every_problem_is_a_line_and_the_rest_is_counted()
    {
        _folder.Write("CharadesSTA/charades_sta_test.txt", "AAAAA 1.0 3.0##a person sits.\nAAAAA 5.0 2.0##a person stands.\nnonsense\n");
        _folder.Write("CharadesSTA/Charades_v1_test.csv", "id,length\nAAAAA,10.0\n");
        _folder.Write("HowTo100M/videos.csv", "video_id,video_path\n");
        var found = Inspector.Inspect(_folder.Path);
        Assert.Equal(InspectionKind.DataRoot, found.Kind);
        var charades = found.Parts.Single(p => p.Kind == InspectionKind.CharadesSTA);
        Assert.Equal(2, charades.Problems.Count);
        Assert.Contains(("test: sentences", 1.0), charades.Counts);
        Assert.Contains(found.Parts.Single(p => p.Kind == InspectionKind.HowTo100M).Problems, p => p.Contains("captions", StringComparison.Ordinal));
        Assert.Equal(found.Parts.Sum(p => p.Problems.Count), found.AllProblems);
    }

    [Fact]
    public void Weights_and_features_are_recognised_by_what_they_hold()
    {
        var weights = Inspector.Inspect(Fixtures.Find("weights/plain.pt"));
        Assert.Equal((InspectionKind.Weights, 13.0), (weights.Kind, weights.Counts[0].Value));
        using (var writer = FeatureStoreWriter.Open(_folder.File("store"), new FeatureStoreInfo("b")))
            writer.Append("v", ("global", new FeatureArray(new float[12], [3, 4])));
        var features = Inspector.Inspect(_folder.File("store"));
        Assert.Equal(InspectionKind.Features, features.Kind);
        Assert.Equal([("videos", 1.0), ("frames", 3.0), ("width", 4.0)], features.Counts);
    }

    [Fact]
    public void What_is_nothing_known_is_said_so()
    {
        Assert.Contains("there is none", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.File("none"))).Message, StringComparison.Ordinal);
        Assert.Contains("--as", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("was expected", Assert.Throws<DataFormatException>(() => Inspector.Inspect(_folder.Write("a.bin", "hello hello hello"))).Message, StringComparison.Ordinal);
    }
}
