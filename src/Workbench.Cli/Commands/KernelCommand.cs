using System.CommandLine;
using System.Globalization;
using Workbench.Kernel.Install;
using Workbench.Kernel.Protocol;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench kernel</c>: the C# kernel for Jupyter clients.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "The C# kernel for VS Code, JupyterLab and every other Jupyter client.") { CreateInstall(), CreateDoctor(), CreateRun() };

    private static Command CreateInstall()
    {
        Option<bool> user = new("--user") { Description = "Into the user's own Jupyter folder; the default." };
        Option<string?> prefix = Prefix("Into PREFIX/share/jupyter instead, for example a virtual environment.");
        Command command = new("install", "Publish the kernel and write its kernel spec: .net-csharp when free, else workbench-csharp. Never overwrites another's. Again after changes to src/.") { user, prefix };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(user) && parsed.GetValue(prefix) is not null)
                throw new ArgumentException("--user and --prefix exclude each other.");
            TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            string program = await KernelPublisher.PublishAsync(paths, line => error.WriteLine($"workbench: {line}"), cancellation).ConfigureAwait(false);
            KernelSpec spec = parsed.GetValue(prefix) is { } named
                ? KernelInstaller.Install(JupyterFolders.OfPrefix(named), [], program, KernelInstaller.EnvironmentOf(paths))
                : KernelInstaller.Install(JupyterFolders.User, JupyterFolders.All, program, KernelInstaller.EnvironmentOf(paths));
            await output.WriteLineAsync($"{spec.Name}: {Path.Combine(spec.Folder, "kernel.json")}\nprogram: {program}").ConfigureAwait(false);
            return Shell.Fine;
        });
        return command;
    }

    private static Command CreateDoctor()
    {
        Option<string?> prefix = Prefix("Look for the kernel spec in PREFIX/share/jupyter.");
        Command command = new("doctor", "Start the installed kernel over the real protocol, run and interrupt cells, and print how long each took.") { prefix };
        command.SetAction(async (parsed, cancellation) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            WorkbenchPaths paths = WorkbenchPaths.Locate();
            KernelSpec? spec = KernelInstaller.Installed(parsed.GetValue(prefix) is { } named ? [JupyterFolders.OfPrefix(named)] : JupyterFolders.All);
            string[] start = spec is not null ? [spec.Program] : [Environment.ProcessPath ?? "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Workbench.Kernel.dll")];
            await output.WriteLineAsync(spec is null
                ? "not installed (./workbench kernel install); checking the kernel of this build, which is not compiled ahead of time"
                : $"{spec.Name}: {Path.Combine(spec.Folder, "kernel.json")}").ConfigureAwait(false);
            if (spec is not null && !KernelPublisher.IsCurrent(spec.Program, paths))
                await output.WriteLineAsync("src/ is not what this kernel was published from: ./workbench kernel install brings it up to date").ConfigureAwait(false);
            KernelCheckup checkup = await KernelDoctor.CheckAsync(start, KernelInstaller.EnvironmentOf(paths), cancellation).ConfigureAwait(false);
            foreach ((string what, TimeSpan time) in ((string, TimeSpan)[])
                [("start to first answer", checkup.StartUp), ("first cell, at once", checkup.FirstCell), ("first cell, 2 s later", checkup.FirstCellLater),
                ("round trip, median", checkup.RoundTrip), ("interrupt of a loop", checkup.Interrupt), ("shutdown", checkup.Shutdown)])
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what,-22} {time.TotalMilliseconds,8:0.0} ms")).ConfigureAwait(false);
            return Shell.Fine;
        });
        return command;
    }

    private static Command CreateRun()
    {
        Argument<string> file = new("connection-file") { Description = "The JSON file that a client wrote for the kernel." };
        Command command = new("run", "Be a kernel, for a client that starts it by this command.") { file };
        command.SetAction((parsed, _) => Task.FromResult(KernelProcess.Run(parsed.GetRequiredValue(file))));
        return command;
    }

    private static Option<string?> Prefix(string description) => new("--prefix") { Description = description, HelpName = "PREFIX" };
}
