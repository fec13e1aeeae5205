using System.CommandLine;
using Workbench.Cli.Doctor;
using Workbench.Torch;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench doctor</c>: what this machine has, what is missing and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("doctor", "Show what the workbench found on this machine, what is missing and how to get it.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            DoctorReport report = await ExamineAsync(WorkbenchPaths.Locate(), cancellation).ConfigureAwait(false);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                await output.WriteLineAsync(report.ToJson()).ConfigureAwait(false);
            else
                report.Print(Terminal.For(output));
            return report.Fine ? Shell.Fine : Shell.Failed;
        });
        return command;
    }

    private static async Task<DoctorReport> ExamineAsync(WorkbenchPaths paths, CancellationToken cancellation)
    {
        TorchDescription torch = TorchRuntime.Describe();
        HostFacts host = HostFacts.Read(TorchChecks.Summary(torch));
        return new DoctorReport(host,
        [
            .. TorchChecks.Read(torch),
            .. await MachineChecks.ReadAsync(paths, host, cancellation).ConfigureAwait(false),
            .. await MediaChecks.ReadAsync(cancellation).ConfigureAwait(false),
        ]);
    }
}
