using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Puts an <see cref="InterruptCheck"/> at the head of every loop body and behind every label, on the line that is there,
/// so that line numbers stay.
/// </summary>
internal sealed class InterruptRewriter : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax s_check =
        SyntaxFactory.ParseStatement($"global::{typeof(InterruptCheck).FullName}.{nameof(InterruptCheck.Poll)}();");

    public static SyntaxNode Rewrite(SyntaxNode root) => new InterruptRewriter().Visit(root);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var loop = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return loop.WithStatement(Guard(loop.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var loop = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return loop.WithStatement(Guard(loop.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var loop = (ForStatementSyntax)base.VisitForStatement(node)!;
        return loop.WithStatement(Guard(loop.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var loop = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return loop.WithStatement(Guard(loop.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var loop = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return loop.WithStatement(Guard(loop.Statement));
    }

    public override SyntaxNode? VisitLabeledStatement(LabeledStatementSyntax node)
    {
        var label = (LabeledStatementSyntax)base.VisitLabeledStatement(node)!;
        // A declaration behind a label must stay in its scope; `goto` loops almost never start with one.
        return label.Statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax
            ? label
            : label.WithStatement(Guard(label.Statement));
    }

    private static StatementSyntax Guard(StatementSyntax body)
    {
        if (body is BlockSyntax block && !block.OpenBraceToken.IsMissing)
            return block.WithStatements(block.Statements.Insert(0, s_check));
        if (body.IsMissing || body is EmptyStatementSyntax { SemicolonToken.IsMissing: true })
            return body;
        return SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken),
            SyntaxFactory.List<StatementSyntax>([s_check, body]),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
    }
}
