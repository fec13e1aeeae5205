using System.CommandLine;
using System.Diagnostics;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench setup</c>: the launcher's work; here only so that --help lists it and a direct call finds it.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        Option<bool> dryRun = new("--dry-run") { Description = "Print what would be done." };
        Option<bool> figures = new("--figures") { Description = "Install what draws figures as pictures: Chromium and plotly.js." };
        Command command = new("setup", "Install what is missing and build; every other command does it on first use.") { dryRun, figures };
        command.SetAction(async (parsed, cancellation) =>
        {
            ProcessStartInfo start = new(Path.Combine(WorkbenchPaths.Locate().Root, "workbench")) { ArgumentList = { "setup" } };
            if (parsed.GetValue(dryRun))
                start.ArgumentList.Add("--dry-run");
            else if (parsed.GetValue(figures))
                start.ArgumentList.Add("--figures");
            using Process launcher = Process.Start(start)!;
            await launcher.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return launcher.ExitCode;
        });
        return command;
    }
}
