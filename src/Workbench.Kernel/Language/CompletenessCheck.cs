using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Language;

/// <summary>Whether a console should run what was typed or ask for another line.</summary>
internal static class CompletenessCheck
{
    private const int IndentSize = 4;

    /// <summary>The content of an is_complete_reply.</summary>
    public static JsonObject Check(string code)
    {
        string plain = string.Join('\n', code.Split('\n').Select(line => line.StartsWith("#!", StringComparison.Ordinal) || line.TrimStart().StartsWith("#r", StringComparison.Ordinal) ? "" : line));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(plain, SubmissionChain.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new JsonObject { ["status"] = "incomplete", ["indent"] = new string(' ', IndentSize * Math.Max(0, Depth(tree))) };
        bool invalid = tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);
        return new JsonObject { ["status"] = invalid ? "invalid" : "complete" };
    }

    /// <summary>Braces and brackets that are open at the end.</summary>
    private static int Depth(SyntaxTree tree) => tree.GetRoot().DescendantTokens().Where(t => !t.IsMissing).Sum(t => t.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    });
}
