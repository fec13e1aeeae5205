using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Kernel.Language;

/// <summary>What the name at the cursor is: its declaration, and its documentation where there is some.</summary>
internal static partial class SymbolDescription
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers);

    /// <summary>Null when there is no name at the cursor or nobody knows it.</summary>
    public static async Task<string?> AtAsync(Document document, int position, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        if (root.FullSpan.Length == 0)
            return null;
        // The cursor may stand behind the name.
        foreach (int at in (int[])[Math.Clamp(position, 0, root.FullSpan.Length - 1), Math.Clamp(position - 1, 0, root.FullSpan.Length - 1)])
        {
            if (root.FindToken(at).Parent is not { } node)
                continue;
            SymbolInfo found = model.GetSymbolInfo(node, cancellation);
            ISymbol[] symbols = found.Symbol is { } one ? [one] : found.CandidateSymbols.Length > 0 ? [.. found.CandidateSymbols]
                : model.GetDeclaredSymbol(node, cancellation) is { } declared ? [declared]
                : node is PredefinedTypeSyntax && model.GetTypeInfo(node, cancellation).Type is { } type ? [type] : [];
            if (symbols.Length > 0)
                return Describe(symbols);
        }
        return null;
    }

    private static string Describe(ISymbol[] symbols)
    {
        ISymbol symbol = symbols[0];
        string text = symbol switch
        {
            INamedTypeSymbol type => $"{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString()}",
            ILocalSymbol local => $"{local.Type.ToDisplayString(s_format)} {local.Name}",
            _ => symbol.ToDisplayString(s_format),
        };
        if (symbol is IMethodSymbol { ContainingType: { } container, MethodKind: not MethodKind.LocalFunction } method)
        {
            int others = container.GetMembers(method.Name).OfType<IMethodSymbol>().Count() - 1;
            text += others > 0 ? $"  (+ {others} overload{(others > 1 ? "s" : "")})" : "";
        }
        return Documentation(symbol) is { Length: > 0 } documentation ? $"{text}\n\n{documentation}" : text;
    }

    private static string Documentation(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml))
            return "";
        try
        {
            XElement root = XElement.Parse(xml);
            List<string> lines = [];
            if (root.Element("summary") is { } summary)
                lines.Add(Plain(summary));
            lines.AddRange(root.Elements("param").Select(p => $"{(string?)p.Attribute("name")}: {Plain(p)}"));
            if (root.Element("returns") is { } returns)
                lines.Add($"Returns: {Plain(returns)}");
            lines.AddRange(root.Elements("exception").Select(e => $"Throws {Short((string?)e.Attribute("cref"))}: {Plain(e)}"));
            return string.Join('\n', lines);
        }
        catch (System.Xml.XmlException)
        {
            return "";
        }
    }

    private static string Plain(XElement element) => Blanks().Replace(
        string.Concat(element.DescendantNodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement e when e.Attribute("cref") is { } cref && e.IsEmpty => Short(cref.Value),
            XElement e when (e.Attribute("name") ?? e.Attribute("langword")) is { } name && e.IsEmpty => name.Value,
            _ => "",
        })), " ").Trim();

    /// <summary>"Solve" of "M:Workbench.Transport.Sinkhorn.Solve(…)".</summary>
    private static string Short(string? cref) => (cref ?? "").Split(':')[^1].Split('(')[0].Split('.')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
