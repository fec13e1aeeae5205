using Microsoft.CodeAnalysis;

namespace Workbench.Kernel.Language;

/// <summary>Which proposals fit what was typed, and in which order.</summary>
internal static class CompletionRanking
{
    private const int Most = 1000;

    /// <summary>Those that begin with what was typed, case first ignored; where there is none, those that contain it.</summary>
    public static IReadOnlyList<Completion> Choose(IEnumerable<Completion> items, string typed)
    {
        Completion[] all = [.. items.DistinctBy(i => i.Text)];
        Completion[] fitting = [.. all.Where(i => i.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
        if (fitting.Length == 0)
            fitting = [.. all.Where(i => i.Text.Contains(typed, StringComparison.OrdinalIgnoreCase))];
        return [.. fitting
            .OrderByDescending(i => i.Text.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(i => i.Kind is "variable" or "field" && typed.Length == 0 ? 0 : 1)
            .ThenBy(i => i.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Most)];
    }

    /// <summary>The kind that Jupyter clients have an icon for.</summary>
    public static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum-member",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "variable",
        INamespaceSymbol => "namespace",
        INamedTypeSymbol type => KindOfTag(type.TypeKind.ToString()),
        _ => "text",
    };

    public static string KindOfTag(string? tag) => tag switch
    {
        "Method" or "ExtensionMethod" => "method",
        "Property" => "property",
        "Field" => "field",
        "Constant" => "constant",
        "Event" => "event",
        "Local" or "Parameter" or "RangeVariable" => "variable",
        "Class" or "Delegate" => "class",
        "Structure" or "Struct" => "struct",
        "Interface" => "interface",
        "Enum" => "enum",
        "EnumMember" => "enum-member",
        "Namespace" => "namespace",
        "Keyword" => "keyword",
        "Snippet" => "snippet",
        "TypeParameter" => "type-parameter",
        _ => "text",
    };
}
