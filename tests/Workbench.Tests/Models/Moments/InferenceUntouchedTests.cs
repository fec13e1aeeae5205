using Workbench.Inference.Moments;
using Workbench.Models.Moments;
using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Moments;

/// <summary>"Without extra inference cost": the base model answers the same, and with the same parameters, whether it was built and loaded with a branch or without.</summary>
[Collection(TensorCounters.Name)]
public class InferenceUntouchedTests
{
    private static readonly TwoDTanConfig s_tan = new() { VideoWidth = 6, WordWidth = 5, Width = 8, SampledClips = 16, Stride = 2, ScaleLayers = [8], MapKernel = 3, MapLayers = 2 };

    private static readonly LgiConfig s_lgi = new() { VideoWidth = 6, Vocabulary = 9, WordWidth = 5, Width = 8, Segments = 16, AttentionWidth = 4, LocalKernel = 3 };

    [Theory]
    [InlineData(MomentBase.TwoDTan, CrossSupervision.SupportSet)]
    [InlineData(MomentBase.TwoDTan, CrossSupervision.GroundTruthClips)]
    [InlineData(MomentBase.Lgi, CrossSupervision.SupportSet)]
    [InlineData(MomentBase.Lgi, CrossSupervision.GroundTruthClips)]
    public void Predictions_are_identical_with_and_without_the_branch(MomentBase kind, CrossSupervision supervision)
    {
        using var scope = NewDisposeScope();
        var words = new Workbench.Data.WordVectors("none", 5, []);
        var vocabulary = new MomentVocabulary(["a b c d e"], WordSplit.Blanks);
        MomentRecipe plain = (kind == MomentBase.TwoDTan ? MomentRecipe.OfTwoDTan(s_tan) : MomentRecipe.OfLgi(s_lgi)) with { Seed = 4 };
        MomentRecipe with = plain with { Support = new SupportSetConfig { Supervision = supervision, Heads = EmbeddingHeads.Linear, Width = 4 } };
        using MomentModel alone = plain.NewModel(6, words, vocabulary), supervised = with.NewModel(6, words, vocabulary);
        using SupportSetBranch branch = with.NewBranch(supervised, vocabulary)!;
        Assert.Null(plain.NewBranch(alone, vocabulary));
        Assert.Equal(alone.named_parameters().Select(p => p.name), supervised.named_parameters().Select(p => p.name));
        manual_seed(8);
        var batch = new MomentBatch(randn(3, 16, 6), ones([3, 16], ScalarType.Bool), randn(3, 4, 5), randint(4, 9, [3, 4], ScalarType.Int64), ones([3, 4], ScalarType.Bool));
        alone.eval();
        supervised.eval();
        branch.eval();
        MomentOutput before = supervised.Ground(batch);
        branch.Supervise(before, ones(3, supervised.Clips), batch.WordIds_BK, batch.WordMask_BK);
        IReadOnlyList<double> seconds = [10, 20, 30];
        IReadOnlyList<IReadOnlyList<ScoredMoment>> expected = MomentAnswers.Of(alone.Ground(batch), seconds), found = MomentAnswers.Of(supervised.Ground(batch), seconds);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(kind == MomentBase.TwoDTan ? 36 : 1, expected[0].Count);
    }
}
