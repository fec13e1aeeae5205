using Workbench.Losses;
using Workbench.Models;
using Workbench.Training;
using Workbench.Transport;

namespace Workbench.Tests.Training;

public class RecipeTests
{
    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void A_recipe_survives_its_JSON(Fidelity fidelity)
    {
        Recipe recipe = Recipe.For(fidelity) with { Name = "x", Seed = 7 };
        Assert.Equal(recipe, RecipeJson.Read(RecipeJson.Write(recipe)));
        Assert.Equal(RecipeJson.Write(recipe), RecipeJson.Write(RecipeJson.Read(RecipeJson.Write(recipe))));
    }

    [Fact]
    public void The_presets_differ_where_paper_and_released_code_do()
    {
        Recipe paper = Recipe.For(Fidelity.Paper), code = Recipe.For(Fidelity.ReleasedCode);
        Assert.Equal((ContrastiveLoss.Equation1, Optimiser.Adam, 10, 1), (paper.Loss, paper.Optimiser, paper.Epochs, paper.LocalChunks));
        Assert.Equal((ContrastiveLoss.Joint, Optimiser.AdamW, 15, 4), (code.Loss, code.Optimiser, code.Epochs, code.LocalChunks));
        Assert.Equal((AttentionScore.Cosine, AttentionScore.Cosine), (paper.Attention.TrainScore, paper.Attention.EvalScore));
        Assert.Equal((AttentionScore.ScaledDot, AttentionScore.Dot), (code.Attention.TrainScore, code.Attention.EvalScore));
        Assert.Equal((SelectionFeatures.Projected, SelectionFeatures.Raw), (paper.Selection.Features, code.Selection.Features));
        Assert.Equal((ClipPooling.MeanOfSelected, ClipPooling.MeanOfCandidates), (paper.Pooling, code.Pooling));
    }

    [Fact]
    public void Recipes_that_cannot_be_trained_say_why()
    {
        Assert.Contains("both losses are off", Assert.Throws<ArgumentException>((new Recipe { GlobalLoss = false, LocalLoss = false }).Check).Message, StringComparison.Ordinal);
        Assert.Contains("5 equal chunks", Assert.Throws<ArgumentException>((new Recipe { LocalChunks = 5 }).Check).Message, StringComparison.Ordinal);
        Assert.Contains("20 frames", Assert.Throws<ArgumentException>((new Recipe { Selection = new FrameSelection { Frames = 20 } }).Check).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RecipeJson.Read("{\"Seed\": \"many\"}"));
    }
}
