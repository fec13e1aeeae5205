using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Report;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench ground</c>: when and where the sentences happen in a video.</summary>
internal static class GroundCommand
{
    public static Command Create()
    {
        Argument<string> video = new("video") { Description = "The video file." };
        Argument<string[]> sentences = new("sentences") { Description = "What to look for, each in quotes.", Arity = ArgumentArity.OneOrMore };
        var source = new BackboneOptions();
        Option<string?> checkpoint = new("--checkpoint") { Description = "A model of `workbench train`. Default: the backbone alone, not trained further." };
        Option<double> threshold = new("--threshold") { Description = "Seconds whose best sentence has a smaller cosine are background.", DefaultValueFactory = _ => new GroundingOptions().BackgroundThreshold };
        Option<string?> folder = new("--out") { Description = "Folder of the results. Default: data/generated/ground/VIDEO." };
        Option<double> fps = new("--fps") { Description = "Pictures a second of the film; 0 writes none.", DefaultValueFactory = _ => 4 };
        Option<int> threads = new("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> json = new("--json") { Description = "Print the answer as JSON." };
        Command command = new("ground", "Find when and where sentences happen in a video: timeline, heat maps, JSON.") { video, sentences, checkpoint, threshold, folder, fps, threads, json };
        source.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            set_num_threads(parsed.GetValue(threads));
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            string path = parsed.GetRequiredValue(video), id = Path.GetFileNameWithoutExtension(path);
            string[] asked = [.. parsed.GetRequiredValue(sentences).Distinct(StringComparer.Ordinal)];
            MediaInfo media = MediaProbe.Read(path, cancellation);
            using IBackbone backbone = source.Load(parsed, paths);
            using TrainedModel? trained = parsed.GetValue(checkpoint) is { } from ? TrainedModel.Load(from, backbone) : null;
            using GlobalLocalModel untrained = new Recipe { Start = ModelStart.Backbone }.NewModel(backbone);
            GroundingOptions options = MethodRun.Asked(trained?.Recipe ?? new Recipe { LocalLoss = false }, new GroundingOptions { BackgroundThreshold = parsed.GetValue(threshold) });
            var grounder = new Grounder(trained?.Model ?? untrained, backbone, options);
            string target = parsed.GetValue(folder) ?? Path.Combine(paths.Generated, "ground", id);
            (GroundedVideo answer, JsonObject result, IReadOnlyList<string> files) = ConsoleProgress.Run(progress =>
            {
                GroundedVideo found = VideoGrounding.Ground(grounder, backbone, path, asked, progress, cancellation);
                JsonObject text = GroundingFiles.ToJson(found, Path.GetFileName(path), media, options, trained is null ? $"{backbone.Name}, not trained further" : $"{backbone.Name}, {trained.Recipe.Name} from {Path.GetFileName(parsed.GetValue(checkpoint))}");
                return (found, text, GroundingFiles.Write(target, path, found, media, text, parsed.GetValue(fps), progress, cancellation));
            });
            if (parsed.GetValue(json))
                parsed.InvocationConfiguration.Output.WriteLine(result.ToJsonString());
            else
                Print(parsed.InvocationConfiguration.Output, answer, files);
            return Task.FromResult(Shell.Fine);
        });
        return command;
    }

    private static void Print(TextWriter output, GroundedVideo answer, IReadOnlyList<string> files)
    {
        if (answer.Actions.Count == 0)
            output.WriteLine("None of the sentences was found; --threshold lowers the bar.");
        foreach ((int Sentence, int First, int Count) action in answer.Actions)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{action.First,5} s to {action.First + action.Count,4} s  {answer.Sentences[action.Sentence],-28}  {answer.Confidence(action):0.00}"));
        foreach (int sentence in Enumerable.Range(0, answer.Sentences.Count).Where(p => answer.Actions.All(a => a.Sentence != p)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  not found          {answer.Sentences[sentence],-28}  {answer.Score_FP[answer.Best(sentence), sentence]:0.00} at {answer.Best(sentence)} s"));
        output.WriteLine();
        foreach (string file in files)
            output.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, file));
    }
}
