using System.CommandLine;
using System.CommandLine.Parsing;
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
        Option<string> store = new("--out") { Description = "Folder of the feature store; videos it has are skipped. Several processes may fill one store.", Required = true };
        var source = new BackboneOptions();
        Option<ClipInput?> input = new("--input") { Description = "CLIP: range of the pixels, Raw01 or Normalised. Default: what the weights name, else Raw01." };
        Option<WindowPlacement> placement = new("--clips") { Description = "S3D: Centred gives every second a clip of its own about its middle; Successive cuts the video into clips, a third of the work.", DefaultValueFactory = _ => WindowPlacement.Centred };
        Option<bool> steps = new("--time-steps") { Description = "S3D: a second's regions are those of the time step at its middle, not the mean over the clip's." };
        Option<int> slots = new("--words") { Description = "S3D: words of a sentence that count (20; MIL-NCE's own evaluation: 16).", DefaultValueFactory = _ => new S3dBackboneOptions().WordSlots };
        Option<Precision> precision = new("--precision") { Description = "CLIP: fp32, or bf16: products in bfloat16, which only processors and GPUs with units for it do faster. The store's backbone name says bf16.", DefaultValueFactory = _ => Precision.Fp32 };
        Option<(int Shard, int Shards)> shard = new("--shard") { Description = "i/n: only every n-th video from the i-th on, so that n processes, on one machine or many, share the folder.", CustomParser = ParseShard, DefaultValueFactory = _ => (1, 1) };
        Option<double> fps = new("--fps") { Description = "Frames a second.", DefaultValueFactory = _ => defaults.Fps };
        Option<int> batch = new("--batch") { Description = "Frames encoded at once.", DefaultValueFactory = _ => defaults.Batch };
        Option<int> decoders = new("--decoders") { Description = $"Videos decoded at once. No more than decoders × 3 × batch decoded frames are ever held: {defaults.MostFrames} here unless you say otherwise (S3D: and one batch more, cut into clips).", DefaultValueFactory = _ => defaults.Decoders };
        Option<int> threads = new("--threads") { Description = "Threads of libtorch.", DefaultValueFactory = _ => Environment.ProcessorCount };
        Option<bool> gpu = new("--cuda") { Description = "Encode on the GPU." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("extract", "Encode videos with a frozen backbone into a feature store. Decoding, encoding and writing overlap; what is stored is skipped, so a stopped extraction goes on when it is called again; "
            + "broken videos are listed at the end, with exit code 1, and the others are done. With the weights of a DAVEnet it is the sound that is encoded.")
        {
            videos, store, input, placement, steps, slots, precision, shard, fps, batch, decoders, threads, gpu, json,
        };
        source.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            set_num_threads(parsed.GetValue(threads));
            (int part, int parts) = parsed.GetValue(shard);
            ExtractionOptions options = defaults with { Fps = parsed.GetValue(fps), Batch = parsed.GetValue(batch), Decoders = parsed.GetValue(decoders), Shard = part, Shards = parts };
            options.Check();
            Device? device = parsed.GetValue(gpu) ? CUDA : null;
            if (source.File(parsed, WorkbenchPaths.Locate()) is var file && BackboneFile.IsDavenet(file))
                return Task.FromResult(ExtractSound(parsed.GetRequiredValue(videos), parsed.GetRequiredValue(store), file, device, options, parsed.GetValue(json), parsed.InvocationConfiguration, cancellation));
            using IBackbone backbone = source.Load(
                parsed, WorkbenchPaths.Locate(),
                new ClipBackboneOptions { Input = parsed.GetValue(input), Device = device, Precision = parsed.GetValue(precision) },
                new S3dBackboneOptions { Placement = parsed.GetValue(placement), MeanOverTime = !parsed.GetValue(steps), WordSlots = parsed.GetValue(slots), Device = device });
            if (parsed.GetValue(precision) != Precision.Fp32 && backbone is not ClipBackbone)
                throw new ArgumentException($"--precision {parsed.GetValue(precision).ToString().ToLowerInvariant()} is for CLIP; {backbone.Name} computes in fp32.");
            ExtractionResult result = ConsoleProgress.Run(progress => FeatureExtractor.Run(
                parsed.GetValue(videos)!, parsed.GetValue(store)!, backbone, options, progress, cancellation));
            Print(result, backbone.Name, options, parsed.GetValue(json), parsed.InvocationConfiguration);
            return Task.FromResult(result.Broken.Count == 0 ? Shell.Fine : Shell.Failed);
        });
        return command;
    }

    /// <summary>With the weights of a DAVEnet: the videos' sound instead of their pictures.</summary>
    private static int ExtractSound(string folder, string store, string weights, Device? device, ExtractionOptions options, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        using DavenetEncoder encoder = DavenetEncoder.Load(weights, device: device);
        (string, string)[] videos = [.. FeatureExtractor.FindVideos(folder).Where((_, i) => i % options.Shards == options.Shard - 1)];
        AudioExtractionResult result = ConsoleProgress.Run(progress => AudioExtractor.Run(videos, store, encoder, progress, cancellation));
        double seconds = result.Elapsed.TotalSeconds;
        if (json)
            console.Output.WriteLine(JsonSerializer.Serialize(
                new { backbone = encoder.Name, result.Extracted, result.Skipped, audioSeconds = result.Seconds, seconds, result.Silent, broken = result.Broken.Select(b => new { b.Video, b.Reason }) }, Indented));
        else
            console.Output.WriteLine($"{encoder.Name}: sound of {result.Extracted} videos extracted, {result.Skipped} were there; {result.Seconds} s of sound in {seconds:F1} s");
        foreach (string video in result.Silent)
            console.Error.WriteLine($"note: {video} has no sound; its features are 0");
        foreach ((string video, string reason) in result.Broken)
            console.Error.WriteLine($"workbench: {video}: {reason}");
        return result.Broken.Count == 0 ? Shell.Fine : Shell.Failed;
    }

    private static (int Shard, int Shards) ParseShard(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (text.Split('/') is [string first, string second] && int.TryParse(first, out int shard) && int.TryParse(second, out int shards) && shard >= 1 && shard <= shards)
            return (shard, shards);
        argument.AddError($"--shard is i/n with i from 1 to n, such as 2/4; '{text}' was given.");
        return default;
    }

    private static void Print(ExtractionResult result, string backbone, ExtractionOptions options, bool json, InvocationConfiguration console)
    {
        double seconds = result.Elapsed.TotalSeconds;
        if (json)
        {
            console.Output.WriteLine(JsonSerializer.Serialize(
                new { backbone, result.Extracted, result.Skipped, result.Frames, seconds, framesHeld = result.MostFrames, framesHeldLimit = options.MostFrames, broken = result.Broken.Select(b => new { b.Video, b.Reason }) }, Indented));
            return;
        }

        console.Output.WriteLine(
            $"{backbone}: {result.Extracted} videos extracted, {result.Skipped} were there; {result.Frames} frames in {seconds:F1} s ({result.Frames / Math.Max(seconds, 1e-3):F0} a second), at most {result.MostFrames} held at a time");
        foreach ((string video, string reason) in result.Broken)
            console.Error.WriteLine($"workbench: {video}: {reason}");
        if (result.Broken.Count > 0)
            console.Error.WriteLine($"workbench: {result.Broken.Count} of the videos could not be decoded; run the command again once they are mended");
    }
}
