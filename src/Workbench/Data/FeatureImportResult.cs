namespace Workbench.Data;

/// <summary>What an import did.</summary>
/// <param name="Imported">Videos added.</param>
/// <param name="Skipped">Videos that were there.</param>
/// <param name="Rows">Rows added.</param>
/// <param name="Width">Numbers of a row.</param>
/// <param name="Broken">Videos left out, each with the reason.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FeatureImportResult(int Imported, int Skipped, long Rows, long Width, IReadOnlyList<(string Video, string Reason)> Broken, TimeSpan Elapsed);
