using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Workbench.Backbones;
using Workbench.Backbones.Pretraining;
using Workbench.Experiments;
using static TorchSharp.torch;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench pretrain</c>: trains a small backbone on rendered scenes or their sound, or scores one.</summary>
internal static class PretrainCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        Option<string> kind = new("--backbone") { Description = $"{BackboneOptions.Clip}: on stills and their captions. {BackboneOptions.S3d}: on narrated clips, by MIL-NCE. {BackboneOptions.Davenet}: on sound tracks, by MIL-NCE.", DefaultValueFactory = _ => BackboneOptions.Clip };
        Option<string?> weights = new("--out") { Description = "The weights to write; FILE.json beside it holds the recipe and the scores. Default: data/weights/BACKBONE-tiny.safetensors." };
        Option<int?> steps = new("--steps") { Description = $"Optimiser steps. Default: {new PretrainRecipe().Steps}, for S3D {new S3dRecipe().Steps}, for DAVEnet {new DavenetRecipe().Steps}." };
        Option<int?> batch = new("--batch") { Description = $"Images, clips or windows of sound a step. Default: {new PretrainRecipe().Batch}, for S3D {new S3dRecipe().Batch}, for DAVEnet {new DavenetRecipe().Batch}." };
        Option<int> seed = new("--seed") { Description = "Same seed, same machine: same weights.", DefaultValueFactory = _ => new PretrainRecipe().Seed };
        Option<int> threads = new("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<string?> checkpoint = new("--checkpoint") { Description = "Folder for checkpoints; training goes on from the one it finds there. Default: .workbench/pretrain, for the others .workbench/pretrain-BACKBONE." };
        Option<string?> evaluate = new("--evaluate") { Description = "Train nothing: score these weights, of any of the three, on held-out scenes." };
        Option<int?> examples = new("--stills", "--clips", "--tracks") { Description = "Held-out pictures, clips or sound tracks to score on. Default: 1500 pictures, 600 clips, 60 tracks." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        kind.AcceptOnlyFromAmong(BackboneOptions.Clip, BackboneOptions.S3d, BackboneOptions.Davenet);
        Command command = new("pretrain", "Train a small backbone on rendered scenes: CLIP on stills and captions, S3D on narrated clips, or DAVEnet on sound tracks.")
        {
            kind, weights, steps, batch, seed, threads, checkpoint, evaluate, examples, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            set_num_threads(parsed.GetValue(threads));
            TextWriter output = parsed.InvocationConfiguration.Output;
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            string? file = parsed.GetValue(evaluate), name = parsed.GetValue(kind);
            bool s3d = file is null ? name == BackboneOptions.S3d : BackboneFile.IsS3d(file), davenet = file is null ? name == BackboneOptions.Davenet : BackboneFile.IsDavenet(file);
            string path = parsed.GetValue(weights) ?? Path.Combine(paths.Weights, $"{name}-tiny.safetensors");
            string folder = parsed.GetValue(checkpoint) ?? Path.Combine(paths.Cache, name == BackboneOptions.Clip ? "pretrain" : $"pretrain-{name}");
            object scores = ConsoleProgress.Run<object>(progress =>
            {
                string? commit = SourceCommit.Of(paths.Root);
                HostFacts host = HostFacts.Read(__version__);
                if (file is not null && davenet)
                    return DavenetEvaluation.Run(file, parsed.GetValue(examples) ?? 60, progress: progress, cancellation: cancellation);
                if (file is not null)
                {
                    using IBackbone backbone = BackboneFile.Load(file);
                    return s3d ? S3dEvaluation.Run(backbone, parsed.GetValue(examples) ?? 600, progress, cancellation) : ClipEvaluation.Run(backbone, parsed.GetValue(examples) ?? 1_500, progress, cancellation);
                }

                if (s3d)
                {
                    S3dRecipe clips = new() { Seed = parsed.GetValue(seed) };
                    clips = clips with { Steps = parsed.GetValue(steps) ?? clips.Steps, Batch = parsed.GetValue(batch) ?? clips.Batch };
                    return Report(S3dJob.Run(clips, path, folder, parsed.GetValue(examples) ?? 600, commit, host, progress, cancellation));
                }

                if (davenet)
                {
                    DavenetRecipe sounds = new() { Seed = parsed.GetValue(seed) };
                    sounds = sounds with { Steps = parsed.GetValue(steps) ?? sounds.Steps, Batch = parsed.GetValue(batch) ?? sounds.Batch };
                    return Report(DavenetJob.Run(sounds, path, folder, parsed.GetValue(examples) ?? 60, commit, host, progress: progress, cancellation: cancellation));
                }

                PretrainRecipe stills = new() { Seed = parsed.GetValue(seed) };
                stills = stills with { Steps = parsed.GetValue(steps) ?? stills.Steps, Batch = parsed.GetValue(batch) ?? stills.Batch };
                return Report(PretrainJob.Run(stills, path, folder, parsed.GetValue(examples) ?? 1_500, commit, host, progress, cancellation));
            });

            if (parsed.GetValue(json))
                output.WriteLine(JsonSerializer.Serialize(scores, scores.GetType(), Indented));
            else if (scores is S3dScores ofClips)
                Print(ofClips);
            else if (scores is DavenetScores ofSound)
                Print(ofSound);
            else
                Print((ClipScores)scores);
            return Task.FromResult(Shell.Fine);

            TScores Report<TRecipe, TScores>(PretrainCard<TRecipe, TScores> card)
            {
                output.WriteLine($"{path}: {card.Parameters:N0} parameters, {card.Seconds:F0} s, loss {card.Loss:F3}");
                return card.Scores;
            }
        });
        return command;
    }

    private static void Print(S3dScores scores)
    {
        Table table = new Table().AddColumns("on held-out clips of an action", "%", "chance %");
        void Row(string what, double share, double chance) => table.AddRow(what, $"{100 * share:F1}", $"{100 * chance:F1}");
        Row("zero-shot: action", scores.ZeroShotAction, 1 / 34.0);
        Row("zero-shot: action, of the video's pool", scores.ZeroShotActionInPool, scores.ChanceInPool);
        Row("supervised probe, clip: action", scores.ProbeAction, 1 / 34.0);
        Row("supervised probe, region of the contact: action", scores.ProbeActionOfContactCell, 1 / 34.0);
        Row("zero-shot: the contact's region or a neighbour", scores.ZeroShotNearContactCell, scores.ChanceNearContactCell);
        AnsiConsole.Write(table);
    }

    private static void Print(DavenetScores scores)
    {
        Table table = new Table().AddColumns("on held-out sound tracks", "%", "chance %");
        void Row(string what, double share, double chance) => table.AddRow(what, $"{100 * share:F1}", $"{100 * chance:F1}");
        Row($"the sentence said in a window, among {scores.Candidates}", scores.Sentence, scores.ChanceSentence);
        Row("a second's action by its label, zero-shot", scores.ZeroShotAction, scores.ChanceAction);
        Row("supervised probe, a second's action", scores.ProbeAction, scores.ChanceAction);
        Row("supervised probe, a second's verb", scores.ProbeVerb, scores.ChanceVerb);
        Row("supervised probe, whether an action is heard", scores.ProbeSounding, scores.ChanceSounding);
        AnsiConsole.Write(table);
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
