using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Recommendations;
using Microsoft.CodeAnalysis.Text;

namespace Workbench.Kernel.Language;

/// <summary>Completion from the symbols that the compiler recommends, with keywords of our own.</summary>
internal static class SymbolCompletion
{
    public static async Task<Completions> AtAsync(Document document, int position, CancellationToken cancellation)
    {
        string code = (await document.GetTextAsync(cancellation).ConfigureAwait(false)).ToString();
        int start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        IEnumerable<ISymbol> symbols = await Recommender.GetRecommendedSymbolsAtPositionAsync(document, position, cancellationToken: cancellation).ConfigureAwait(false);
        List<Completion> items = [.. symbols
            .Where(s => s.CanBeReferencedByName && !s.IsImplicitlyDeclared)
            .GroupBy(s => s.Name)
            .Select(g => new Completion(g.Key, CompletionRanking.KindOf(g.First()), g.First().ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))];
        if (start == 0 || code[start - 1] != '.')
            items.AddRange(SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(k => char.IsAsciiLetter(k.FirstOrDefault('_'))).Distinct().Select(k => new Completion(k, "keyword")));
        return new Completions(start, position, CompletionRanking.Choose(items, code[start..position]));
    }
}
