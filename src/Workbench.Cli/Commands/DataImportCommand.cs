using System.CommandLine;
using Workbench.Data;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench data import</c>: features that others have extracted into a feature store.</summary>
internal static class DataImportCommand
{
    public static Command Create()
    {
        Argument<string> path = new("path") { Description = "An HDF5 file with a data set or a group a video, or a folder of one .npy (.npz, .h5, …) a video." };
        Option<string> store = new("--out") { Description = "Folder of the feature store; videos it has are skipped.", Required = true };
        Option<string> name = new("--name") { Description = "The encoder that made them, such as c3d-sports1m or i3d-charades.", Required = true };
        Option<double> fps = new("--fps") { Description = "Rows a second; matters only where a part of a video is shown.", DefaultValueFactory = _ => 1 };
        Option<string?> dataset = new("--dataset") { Description = "Which data set of a video's group, or array of its file, such as c3d_features. Default: the only one." };
        Option<bool> half = new("--half") { Description = "Keep in half precision, which rounds by up to 0.05 %." };
        Command command = new("import", "Take features that others have extracted (HDF5, .npy) into a feature store. What is stored is skipped, so a stopped import goes on when it is called again.")
        {
            path, store, name, fps, dataset, half,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new FeatureImportOptions
            {
                Name = parsed.GetRequiredValue(name),
                Fps = parsed.GetValue(fps),
                Dataset = parsed.GetValue(dataset),
                DType = parsed.GetValue(half) ? ElementType.F16 : ElementType.F32,
            };
            FeatureImportResult result = ConsoleProgress.Run(progress => FeatureImport.Run(parsed.GetRequiredValue(path), parsed.GetRequiredValue(store), options, progress, cancellation));
            parsed.InvocationConfiguration.Output.WriteLine(
                $"{options.Name}: {result.Imported} videos imported, {result.Skipped} were there; {result.Rows} rows of width {result.Width} in {result.Elapsed.TotalSeconds:F1} s");
            foreach ((string video, string reason) in result.Broken)
                parsed.InvocationConfiguration.Error.WriteLine($"workbench: {video}: {reason}");
            return Task.FromResult(result.Broken.Count == 0 ? Shell.Fine : Shell.Failed);
        });
        return command;
    }
}
