using System.CommandLine;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Moments;
using Workbench.Experiments.Tables;
using Workbench.Report;

namespace Workbench.Cli.Commands;

/// <summary>Sscs for <c>reproduce --paper sscs</c>.</summary>
internal static class SscsPaper
{
    /// <summary>Word vectors instead of the backbone's own.</summary>
    public static Option<string?> Words { get; } = new("--words") { Description = "--paper sscs: word vectors in GloVe's text form, such as glove.6B.300d.txt; without it the backbone encodes the words." };

    public static PaperEntry Entry { get; } = new("Support-Set Based Cross-Supervision for Video Grounding, ICCV 2021", SscsTables.Numbers, source =>
    {
        WordVectors? words = null;
        if (source.Parsed.GetValue(Words) is { } file)
        {
            DataRoot root = DataRoot.Open(source.Folder);
            words = GloveFile.Read(file, MomentInputs.WordsOf(root.ReadCharadesSta("train").Concat(root.ReadCharadesSta())));
        }

        SscsReproduction reproduction = SscsReproduction.Of(source.Inputs, source.Folder, source.Profile, source.Options, words);
        return new OpenPaper(reproduction, (number, progress, cancellation) => Compare(reproduction, number, progress, cancellation));
    });

    /// <summary>With Table 1 come Figures 6 to 8, with Table 2 Figure 5: kept as .json, from which <c>export --figure</c> draws.</summary>
    private static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(SscsReproduction reproduction, string number, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) compared = reproduction.Compare(number, progress, cancellation);
        foreach (int figure in number switch { "1" => [6, 7, 8], "2" => [5], _ => (int[])[] })
            SscsFigures.Make(figure, reproduction, progress, cancellation).Save(Path.Combine(reproduction.Paths.Figures, $"{reproduction.NameOfFigure(figure)}.json"));
        return compared;
    }
}
