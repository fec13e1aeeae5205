using System.CommandLine;

namespace Workbench.Cli.Commands;

/// <summary>The command tree. Each command lives in a file of its own, named after it.</summary>
internal static class All
{
    public static RootCommand Create() => new("Self-supervised spatio-temporal grounding: reproduce, understand, extend.")
    {
    };
}
