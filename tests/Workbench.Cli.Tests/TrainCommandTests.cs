using Workbench.Cli.Commands;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Cli.Tests;

public class TrainCommandTests
{
    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(All.Create(), args, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task A_printed_recipe_is_read_back()
    {
        var (code, output, _) = await RunAsync("train", "published", "--fidelity", "ReleasedCode", "--seed", "4", "--print");
        Assert.Equal(Shell.Fine, code);
        string file = Path.GetTempFileName();
        File.WriteAllText(file, output);
        Assert.Equal(Recipe.For(Fidelity.ReleasedCode) with { Seed = 4 }, TrainCommand.Choose(file, Fidelity.Paper, Profile.Quick, 1, own: false));
        File.Delete(file);
    }

    [Fact]
    public void Without_a_name_the_data_decide()
    {
        Assert.Equal(Recipe.For(Fidelity.Paper) with { Seed = 2 }, TrainCommand.Choose(null, Fidelity.Paper, Profile.Quick, 2, own: true));
        Assert.Equal(EmbeddedRecipe.Train(Fidelity.Paper, Profile.Smoke, 2), TrainCommand.Choose(null, Fidelity.Paper, Profile.Smoke, 2, own: false));
        Assert.Contains("no such file", Assert.Throws<DataFormatException>(() => TrainCommand.Choose("nonsense", Fidelity.Paper, Profile.Quick, 1, own: false)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out", "train")]
    [InlineData("checkpoint or --predictor", "evaluate")]
    [InlineData("checkpoint or --predictor", "evaluate", "model.safetensors", "--predictor", "centre", "--data", "x")]
    [InlineData("--predictor needs --data", "evaluate", "--predictor", "centre")]
    public async Task What_is_missing_is_said(string message, params string[] args)
    {
        var (code, _, error) = await RunAsync(args);
        Assert.Equal(Shell.Usage, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
