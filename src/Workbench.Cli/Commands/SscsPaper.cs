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

    /// <summary>Imported features, with the user's own data.</summary>
    public static Option<string?> Features { get; } = new("--features") { Description = "--paper sscs with --data: the feature store that data import has written." };

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
    })
    {
        OpenOwn = OpenOwn,
    };

    private static OpenPaper OpenOwn(OwnPaperSource source)
    {
        string store = source.Parsed.GetValue(Features) ?? throw new ArgumentException("--paper sscs --data needs --features STORE (data import makes one of HDF5 or .npy files).");
        string file = source.Parsed.GetValue(Words) ?? throw new ArgumentException("--paper sscs --data needs --words FILE (word vectors in GloVe's text form).");
        DataPart part = MomentFiles.PartOf(source.Folder);
        WordVectors words = GloveFile.Read(file, MomentInputs.WordsOf(MomentFiles.Splits(source.Folder, part).SelectMany(split => MomentFiles.Read(source.Folder, part, split))));
        SscsReproduction reproduction = SscsReproduction.Of(part, source.Folder, FeatureStore.Open(store), words, source.Profile, source.Options);
        return new OpenPaper(reproduction, (number, progress, cancellation) => Compare(reproduction, number, progress, cancellation)) { Numbers = SscsTables.NumbersOf(part) };
    }

    /// <summary>With Table 1 come Figures 6 to 8, with Table 2 Figure 5: kept as .json, from which <c>export --figure</c> draws.</summary>
    private static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(SscsReproduction reproduction, string number, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) compared = reproduction.Compare(number, progress, cancellation);
        foreach (int figure in number switch { "1" => [6, 7, 8], "2" => [5], _ => (int[])[] })
            SscsFigures.Make(figure, reproduction, progress, cancellation).Save(Path.Combine(reproduction.Paths.Figures, $"{reproduction.NameOfFigure(figure)}.json"), cancellation: cancellation);
        return compared;
    }
}
