using System.CommandLine;
using System.Text.Json;
using Workbench.Backbones;
using static TorchSharp.torch;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench extract</c>: videos in, frozen features out.</summary>
internal static class ExtractCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        ExtractionOptions defaults = new();
        Option<string> videos = new("--videos") { Description = "Folder of videos; a video's id is its file name without the extension.", Required = true };
        Option<string> store = new("--out") { Description = "Folder of the feature store; videos it has are skipped.", Required = true };
        Option<string?> weights = new("--weights") { Description = "CLIP weights (safetensors, OpenAI's names). Default: data/weights/clip-tiny.safetensors." };
        Option<string?> merges = new("--merges") { Description = "CLIP's merges file, where the weights bring none." };
        Option<ClipInput?> input = new("--input") { Description = "Range of the pixels: Raw01 or Normalised. Default: what the weights name, else Raw01." };
        Option<double> fps = new("--fps") { Description = "Frames a second.", DefaultValueFactory = _ => defaults.Fps };
        Option<int> batch = new("--batch") { Description = "Frames encoded at once.", DefaultValueFactory = _ => defaults.Batch };
        Option<int> threads = new("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> gpu = new("--cuda") { Description = "Encode on the GPU." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("extract", "Encode videos with a frozen backbone into a feature store.")
        {
            videos, store, weights, merges, input, fps, batch, threads, gpu, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            set_num_threads(parsed.GetValue(threads));
            string file = parsed.GetValue(weights) ?? Path.Combine(WorkbenchPaths.Locate().Weights, "clip-tiny.safetensors");
            using ClipBackbone backbone = ClipBackbone.Load(file, new ClipBackboneOptions
            {
                Input = parsed.GetValue(input),
                MergesFile = parsed.GetValue(merges),
                Device = parsed.GetValue(gpu) ? CUDA : null,
            });
            ExtractionOptions options = defaults with { Fps = parsed.GetValue(fps), Batch = parsed.GetValue(batch) };
            ExtractionResult result = ConsoleProgress.Run(progress => FeatureExtractor.Run(
                parsed.GetValue(videos)!, parsed.GetValue(store)!, backbone, options, progress, cancellation));
            Print(result, backbone.Name, parsed.GetValue(json), parsed.InvocationConfiguration);
            return Task.FromResult(result.Broken.Count == 0 ? Shell.Fine : Shell.Failed);
        });
        return command;
    }

    private static void Print(ExtractionResult result, string backbone, bool json, InvocationConfiguration console)
    {
        double seconds = result.Elapsed.TotalSeconds;
        if (json)
        {
            console.Output.WriteLine(JsonSerializer.Serialize(
                new { backbone, result.Extracted, result.Skipped, result.Frames, seconds, broken = result.Broken.Select(b => new { b.Video, b.Reason }) }, Indented));
            return;
        }

        console.Output.WriteLine(
            $"{backbone}: {result.Extracted} videos extracted, {result.Skipped} were there; {result.Frames} frames in {seconds:F1} s ({result.Frames / Math.Max(seconds, 1e-3):F0} a second)");
        foreach ((string video, string reason) in result.Broken)
            console.Error.WriteLine($"workbench: {video}: {reason}");
        if (result.Broken.Count > 0)
            console.Error.WriteLine($"workbench: {result.Broken.Count} of the videos could not be decoded; run the command again once they are mended");
    }
}
