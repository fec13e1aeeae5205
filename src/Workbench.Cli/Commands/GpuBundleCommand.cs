using System.CommandLine;
using Workbench.Cli.Bundling;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench gpu-bundle</c>: packs what a machine with a GPU and without an SDK needs to check and time the workbench.</summary>
internal static class GpuBundleCommand
{
    public static Command Create()
    {
        Option<string?> to = new("--out") { Description = "The file. Default: .workbench/workbench-gpu.tar.gz." };
        Command command = new("gpu-bundle", "Pack a self-contained build with its tests and peers for a machine with a GPU, PyTorch and a compiler, without the .NET SDK; tests/gpu/run inside does the rest.") { to };
        command.SetAction(async (parsed, cancellation) =>
        {
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            string file = Path.GetFullPath(parsed.GetValue(to) ?? Path.Combine(paths.Cache, "workbench-gpu.tar.gz"));
            long bytes = await new GpuBundle(paths).MakeAsync(file, parsed.InvocationConfiguration.Error, cancellation).ConfigureAwait(false);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"{file}: {bytes / 1e6:0.0} MB. On the other machine: tar xf {Path.GetFileName(file)} && {GpuBundle.Folder}/tests/gpu/run >result.json").ConfigureAwait(false);
            return Shell.Fine;
        });
        return command;
    }
}
