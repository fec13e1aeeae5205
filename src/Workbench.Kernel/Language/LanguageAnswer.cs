using System.Text.Json;

namespace Workbench.Kernel.Language;

/// <summary>The answer to a <see cref="LanguageRequest"/>: proposals, or a description.</summary>
internal sealed record LanguageAnswer(Completions? Completions, string? Description)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static LanguageAnswer FromJson(string json) => JsonSerializer.Deserialize<LanguageAnswer>(json)!;
}
