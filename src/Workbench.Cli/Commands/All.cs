using System.CommandLine;
using System.CommandLine.Help;

namespace Workbench.Cli.Commands;

/// <summary>The command tree. Each command lives in a file of its own, named after it.</summary>
internal static class All
{
    // A plain command and not a RootCommand, whose name would be the program file's.
    public static Command Create()
    {
        Command root = new("./workbench", "Self-supervised spatio-temporal grounding: reproduce, understand, extend.")
        {
            new HelpOption(),
            new VersionOption(),
            BenchCommand.Create(),
            DataCommand.Create(),
            DoctorCommand.Create(),
            ExportCommand.Create(),
            ExtractCommand.Create(),
            GpuBundleCommand.Create(),
            GroundCommand.Create(),
            KernelCommand.Create(),
            NotebooksCommand.Create(),
            PretrainCommand.Create(),
            SetupCommand.Create(),
            ReproduceCommand.Create(),
            SynthCommand.Create(),
            TestCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
        };
        root.SetAction(parsed =>
        {
            root.Parse("--help").Invoke(parsed.InvocationConfiguration);
            return Shell.Usage;
        });
        return root;
    }
}
