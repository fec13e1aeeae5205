namespace Workbench.Cli;

/// <summary>Progress that is told elsewhere, by who started the work.</summary>
internal sealed class SilentProgress : IProgress<ProgressReport>
{
    public void Report(ProgressReport value)
    {
    }
}
