using System.CommandLine;
using System.Globalization;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench train</c>: one model by one recipe, kept as a checkpoint that <c>evaluate</c> and <c>ground</c> take.</summary>
internal static class TrainCommand
{
    public const string Published = "published", Embedded = "embedded";

    public static Command Create()
    {
        var source = new ExperimentSource();
        Argument<string?> recipe = new("recipe") { Description = $"{Published} (the paper's sizes, rates and batches), {Embedded} (scaled to minutes on NarratedKitchen), or a JSON file as --print writes it. Default: {Embedded}, with --data {Published}.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> file = new("--out") { Description = "The checkpoint; a run that was stopped goes on from it." };
        Option<Fidelity> fidelity = new("--fidelity") { Description = "Whom to follow where paper and released code disagree.", DefaultValueFactory = _ => Fidelity.Paper };
        Option<int?> steps = new("--steps") { Description = "Stop after this many steps." };
        Option<double?> backboneRate = new("--backbone-rate") { Description = $"Train the backbone too, at this learning rate (paper: {Recipe.PaperBackboneLearningRate:R}); its weights go beside the checkpoint, NAME.backbone.safetensors." };
        Option<long> seed = new("--seed") { Description = "For the initialisation and the batches.", DefaultValueFactory = _ => 1 };
        Option<bool> print = new("--print") { Description = "Print the recipe and train nothing." };
        Command command = new("train", "Train a model on narrated videos.") { recipe, file, fidelity, steps, backboneRate, seed, print };
        source.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is null && !result.GetValue(print))
                result.AddError("--out names the checkpoint to write.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            Recipe chosen = Choose(parsed.GetValue(recipe), parsed.GetValue(fidelity), source.Profile(parsed), parsed.GetValue(seed), source.Own(parsed));
            if (parsed.GetValue(steps) is { } given)
                chosen = chosen with { Steps = given, WarmupSteps = Math.Min(chosen.WarmupSteps, given / 10) };
            if (parsed.GetValue(backboneRate) is { } rate)
                chosen = chosen with { BackboneLearningRate = rate };
            using DavenetEncoder? encoder = source.AudioWeights(parsed) is { } audio ? DavenetEncoder.Load(audio) : null;
            if (encoder is not null)
                chosen = chosen with { Audio = AudioRecipe.Of(encoder, chosen) };
            chosen.Check();
            if (parsed.GetValue(print))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(RecipeJson.Write(chosen)).ConfigureAwait(false);
                return Shell.Fine;
            }

            return await TrainAsync(parsed, source, chosen, encoder, parsed.GetRequiredValue(file)!, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>A recipe by its name or file.</summary>
    /// <exception cref="DataFormatException">A file that is no recipe.</exception>
    internal static Recipe Choose(string? name, Fidelity fidelity, Profile profile, long seed, bool own)
    {
        switch (name ?? (own ? Published : Embedded))
        {
            case Published:
                return Recipe.For(fidelity) with { Seed = seed };
            case Embedded:
                return EmbeddedRecipe.Train(fidelity, profile, seed);
            default:
                if (!File.Exists(name))
                    throw new DataFormatException(name!, "recipe", $"{Published}, {Embedded} or a JSON file was expected; there is no such file");
                try
                {
                    return RecipeJson.Read(File.ReadAllText(name));
                }
                catch (ArgumentException error)
                {
                    throw new DataFormatException(name, "recipe", error.Message, error);
                }
        }
    }

    private static Task<int> TrainAsync(ParseResult parsed, ExperimentSource source, Recipe recipe, DavenetEncoder? encoder, string file, CancellationToken cancellation) => ConsoleProgress.RunAsync(async progress =>
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        ExperimentInputs silent = await source.OpenAsync(parsed, paths, progress, cancellation).ConfigureAwait(false);
        using ExperimentInputs inputs = encoder is null ? silent : source.AddAudio(parsed, paths, silent, encoder, progress, cancellation);
        using GlobalLocalModel model = recipe.NewModel(inputs.Backbone);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new TrainerOptions { CheckpointPath = file, Backbone = inputs.Backbone.Name };
        TrainingResult result = Trainer.Train(recipe, model, inputs.Backbone, new NarratedClips(inputs.Training, inputs.Captions, recipe, inputs.TrainingAudio), inputs.Files, options, progress, cancellation);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {result.Steps} steps on {inputs.Name} ({result.Resumed} of them before), {result.Seconds:0} s; loss {result.Losses[0]:0.000} at first, {result.Losses.TakeLast(20).Average():0.000} over the last 20")).ConfigureAwait(false);
        return Shell.Fine;
    });
}
