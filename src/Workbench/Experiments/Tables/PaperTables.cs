namespace Workbench.Experiments.Tables;

/// <summary>All tables of What-When-Where that are measured.</summary>
public static class PaperTables
{
    private static readonly (string Number, Func<MethodCatalogue, PaperTable> Make)[] s_tables =
    [
        ("2", GroundingTables.Table2), ("3", GroundingTables.Table3), ("4", GroundingTables.Table4), ("4-threshold", EvaluationTables.Table4Threshold),
        ("5", AblationTables.Table5), ("6", AblationTables.Table6), ("6-s3d", AblationTables.Table6S3d),
        ("7", GroundingTables.Table7), ("8", AblationTables.Table8), ("9", AblationTables.Table9), ("10", AblationTables.Table10),
        ("11", AblationTables.Table11), ("12", EvaluationTables.Table12), ("12-range", EvaluationTables.Table12Range), ("13", EvaluationTables.Table13),
        ("slides", AblationTables.SlidesAblation),
    ];

    /// <summary>The numbers that <see cref="Make"/> takes.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. s_tables.Select(t => t.Number)];

    /// <exception cref="ArgumentException">No such table.</exception>
    public static PaperTable Make(string number, MethodCatalogue methods) => s_tables.FirstOrDefault(t => t.Number == number).Make is { } make
        ? make(methods)
        : throw new ArgumentException($"There is no table '{number}'; there are {string.Join(", ", Numbers)}.", nameof(number));
}
