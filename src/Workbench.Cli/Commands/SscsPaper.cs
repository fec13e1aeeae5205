using Workbench.Experiments.Tables;
using Workbench.Report;

namespace Workbench.Cli.Commands;

/// <summary>Sscs for <c>reproduce --paper sscs</c>.</summary>
internal static class SscsPaper
{
    public static PaperEntry Entry { get; } = new("Support-Set Based Cross-Supervision for Video Grounding, ICCV 2021", SscsTables.Numbers, source =>
    {
        SscsReproduction reproduction = SscsReproduction.Of(source.Inputs, source.Folder, source.Profile, source.Options);
        return new OpenPaper(reproduction, (number, progress, cancellation) => reproduction.Compare(number, progress, cancellation));
    });
}
