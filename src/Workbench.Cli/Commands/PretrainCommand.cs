using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Workbench.Backbones;
using Workbench.Backbones.Pretraining;
using Workbench.Experiments;
using static TorchSharp.torch;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench pretrain</c>: trains the small CLIP on rendered stills and their captions, or scores one.</summary>
internal static class PretrainCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        PretrainRecipe defaults = new();
        Option<string?> weights = new("--out") { Description = "The weights to write; FILE.json beside it holds the recipe and the scores. Default: data/weights/clip-tiny.safetensors." };
        Option<int> steps = new("--steps") { Description = "Optimiser steps.", DefaultValueFactory = _ => defaults.Steps };
        Option<int> batch = new("--batch") { Description = "Image-caption pairs a step.", DefaultValueFactory = _ => defaults.Batch };
        Option<int> seed = new("--seed") { Description = "Same seed, same machine: same weights.", DefaultValueFactory = _ => defaults.Seed };
        Option<int> threads = new("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> checkpoint = new("--checkpoint") { Description = "Folder for checkpoints; training goes on from the one it finds there. Default: .workbench/pretrain." };
        Option<string?> evaluate = new("--evaluate") { Description = "Train nothing: score these weights on held-out scenes." };
        Option<int> stills = new("--stills") { Description = "Held-out pictures to score on.", DefaultValueFactory = _ => 1_500 };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("pretrain", "Train the small CLIP (image and text tower) on rendered stills and their captions.")
        {
            weights, steps, batch, seed, threads, checkpoint, evaluate, stills, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            set_num_threads(parsed.GetValue(threads));
            TextWriter output = parsed.InvocationConfiguration.Output;
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            ClipScores scores;
            if (parsed.GetValue(evaluate) is { } file)
            {
                using ClipBackbone backbone = ClipBackbone.Load(file);
                scores = ConsoleProgress.Run(progress => ClipEvaluation.Run(backbone, parsed.GetValue(stills), progress, cancellation));
            }
            else
            {
                PretrainRecipe recipe = defaults with { Steps = parsed.GetValue(steps), Batch = parsed.GetValue(batch), Seed = parsed.GetValue(seed) };
                string path = parsed.GetValue(weights) ?? Path.Combine(paths.Weights, "clip-tiny.safetensors");
                PretrainCard card = ConsoleProgress.Run(progress => PretrainJob.Run(
                    recipe, path, parsed.GetValue(checkpoint) ?? Path.Combine(paths.Cache, "pretrain"), parsed.GetValue(stills),
                    SourceCommit.Of(paths.Root), HostFacts.Read(__version__), progress, cancellation));
                output.WriteLine($"{path}: {card.Parameters:N0} parameters, {card.Seconds:F0} s, loss {card.Loss:F3}");
                scores = card.Scores;
            }

            if (parsed.GetValue(json))
                output.WriteLine(JsonSerializer.Serialize(scores, Indented));
            else
                Print(scores);
            return Task.FromResult(Shell.Fine);
        });
        return command;
    }

    private static void Print(ClipScores scores)
    {
        Table table = new Table().AddColumns("on held-out stills of an action", "%", "chance %");
        void Row(string what, double share, double chance) => table.AddRow(what, $"{100 * share:F1}", $"{100 * chance:F1}");
        Row("zero-shot: action", scores.ZeroShotAction, 1 / 34.0);
        Row("zero-shot: object", scores.ZeroShotObject, 1 / 8.0);
        Row("supervised probe, global feature: action", scores.ProbeAction, 1 / 34.0);
        Row("supervised probe, global feature: object", scores.ProbeObject, 1 / 8.0);
        Row("supervised probe, cell of the contact: action", scores.ProbeActionOfContactCell, 1 / 34.0);
        Row("supervised cell score: the contact's cell", scores.ContactCell, 1 / 49.0);
        Row("supervised cell score: it or a neighbour", scores.NearContactCell, 9 / 49.0);
        Row("zero-shot: the contact's cell or a neighbour", scores.ZeroShotNearContactCell, 9 / 49.0);
        AnsiConsole.Write(table);
    }
}
