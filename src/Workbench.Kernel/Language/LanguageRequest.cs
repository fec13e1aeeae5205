using System.Text.Json;

namespace Workbench.Kernel.Language;

/// <summary>
/// A question to a <see cref="LanguageHost"/>. It travels as JSON, because the host may live among assemblies of another
/// version, where none of our types is the same type.
/// </summary>
/// <param name="NewCells">Cells that ran since the last question.</param>
/// <param name="Code">The cell that is being written.</param>
/// <param name="Position">The cursor, in UTF-16 units.</param>
/// <param name="Inspect">What the thing at the cursor is, instead of how to go on.</param>
internal sealed record LanguageRequest(IReadOnlyList<MirroredCell> NewCells, string Code, int Position, bool Inspect)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static LanguageRequest FromJson(string json) => JsonSerializer.Deserialize<LanguageRequest>(json)!;
}
