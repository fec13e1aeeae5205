using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Workbench.Kernel.Language;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Compiles cells, each on top of those before it. References and imports are passed once: a submission inherits its
/// predecessors', and naming them again for each cell makes memory and time grow with the square of the cells.
/// </summary>
internal sealed class SubmissionChain
{
    /// <summary>C# as notebooks write it.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    private static readonly EmitOptions s_emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private readonly string _name = $"cells-{Guid.NewGuid():n}";
    private readonly List<MetadataReference> _pending = [.. SessionReferences.Default];
    private readonly List<string> _newFiles = [];
    private readonly List<MirroredCell> _cells = [];
    private CSharpCompilation? _previous;
    private int _count;

    /// <summary>The cells so far, for the language service.</summary>
    public IReadOnlyList<MirroredCell> Cells => _cells;

    /// <summary>Makes a reference known to all later cells.</summary>
    public void AddReference(string path)
    {
        _pending.Add(MetadataReference.CreateFromFile(path));
        _newFiles.Add(path);
    }

    /// <summary>Compiles a cell. It becomes part of the chain only by <see cref="Accept"/>.</summary>
    /// <exception cref="CompilationException">The cell has errors.</exception>
    public CompiledCell Compile(string code, string path, CancellationToken cancellation)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation);
        SyntaxTree guarded = CSharpSyntaxTree.Create(Runnable((CompilationUnitSyntax)InterruptRewriter.Rewrite(tree.GetRoot(cancellation))), ParseOptions, path, Encoding.UTF8);
        CSharpCompilation compilation = Create(guarded);
        using MemoryStream image = new(), symbols = new();
        EmitResult emitted = compilation.Emit(image, symbols, options: s_emit, cancellationToken: cancellation);
        if (!emitted.Success)
        {
            // Of usings alone there is nothing to emit, which counts as failure, but has no error.
            List<CellDiagnostic> errors = Errors(Create(tree), emitted, cancellation);
            return errors.Count == 0 ? new CompiledCell(compilation, [], [], "", "", false) : throw new CompilationException(errors);
        }
        IMethodSymbol entry = compilation.GetEntryPoint(cancellation)!;
        return new CompiledCell(
            compilation, image.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName, ShowsResult(compilation, guarded));
    }

    /// <summary>Makes a compiled cell the one that the next builds on.</summary>
    public void Accept(CompiledCell cell, string code)
    {
        _previous = cell.Compilation;
        _cells.Add(new MirroredCell(code, [.. _newFiles]));
        _pending.Clear();
        _newFiles.Clear();
        _count++;
    }

    /// <summary>A cell of nothing but using directives has no code to emit; an empty statement makes it one that runs.</summary>
    private static CompilationUnitSyntax Runnable(CompilationUnitSyntax cell) =>
        cell.Members.Count > 0 ? cell : cell.AddMembers(SyntaxFactory.GlobalStatement(SyntaxFactory.EmptyStatement()));

    private CSharpCompilation Create(SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"{_name}-{_count}", tree, _pending, Options(_previous is null), _previous, typeof(object));

    private static CSharpCompilationOptions Options(bool first) => new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: first ? SessionReferences.Imports : null,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Annotations,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        sourceReferenceResolver: new SourceFileResolver([], Environment.CurrentDirectory));

    /// <summary>The errors with the columns of what the user wrote, without the checks that were put in.</summary>
    private static List<CellDiagnostic> Errors(CSharpCompilation plain, EmitResult emitted, CancellationToken cancellation)
    {
        List<Diagnostic> errors = [.. plain.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (errors.Count == 0)
            errors = [.. emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        return [.. errors.OrderBy(d => d.Location.SourceSpan.Start).Select(d =>
        {
            LinePosition at = d.Location.GetLineSpan().StartLinePosition;
            return new CellDiagnostic(d.Id, at.Line + 1, at.Character + 1, d.GetMessage());
        })];
    }

    private static bool ShowsResult(CSharpCompilation compilation, SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        MemberDeclarationSyntax? last = ((CompilationUnitSyntax)root).Members.LastOrDefault();
        if (last is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement })
            return compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is { SpecialType: not SpecialType.System_Void };
        return root.DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax and not LocalFunctionStatementSyntax)
            .Any(node => node is ReturnStatementSyntax { Expression: not null });
    }
}
