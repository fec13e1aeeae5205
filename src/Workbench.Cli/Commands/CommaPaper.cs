using Workbench.Experiments;
using Workbench.Experiments.Comma;
using Workbench.Report;

namespace Workbench.Cli.Commands;

/// <summary>CoMMA for <c>reproduce --paper comma</c>.</summary>
internal static class CommaPaper
{
    public static PaperEntry Entry { get; } = new("Look at What I'm Doing (CoMMA), NeurIPS 2021", CommaTables.Numbers, source =>
    {
        var reproduction = new CommaReproduction(source.Inputs, source.Profile, source.Folder, source.Options, source.Published);
        return new OpenPaper(reproduction, (number, progress, cancellation) => Compare(reproduction, number, progress, cancellation));
    })
    {
        Printed = CommaTables.Printed,
        Sets = new Dictionary<string, IReadOnlyList<string>> { ["2"] = ["2-left", "2-right"] },
        OnOwnData = true,
    };

    /// <summary>With Table 1 comes Figure 3.</summary>
    private static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(CommaReproduction reproduction, string number, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) compared = reproduction.Compare(number, progress, cancellation);
        if (number == "1")
            LocalisationPainter.WritePng(Path.Combine(reproduction.Paths.Figures, $"{reproduction.NameOf("figure3")}.png"), reproduction.Figure3(progress: progress, cancellation: cancellation));
        return compared;
    }
}
