using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Language;

/// <summary>The cells of a session once more, as projects of a workspace, each a submission on top of the one before it.</summary>
internal sealed class SubmissionWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly MetadataReference[] _references;
    private readonly string[] _imports;
    private ProjectId? _last;

    public SubmissionWorkspace(string[] imports, string[] files) =>
        (_imports, _references) = (imports, [.. files.Select(SessionMetadata.Read)]);

    /// <summary>Adds a cell that ran.</summary>
    public void Add(MirroredCell cell)
    {
        Solution solution = With(cell.Code, cell.References, out ProjectId project, out _);
        if (_workspace.TryApplyChanges(solution))
            _last = project;
    }

    /// <summary>The cell that is being written, on top of all others.</summary>
    public Document Open(string code)
    {
        Solution solution = With(code, [], out _, out DocumentId document);
        return solution.GetDocument(document)!;
    }

    public void Dispose() => _workspace.Dispose();

    private Solution With(string code, IReadOnlyList<string> references, out ProjectId project, out DocumentId document)
    {
        project = ProjectId.CreateNewId();
        document = DocumentId.CreateNewId(project);
        bool first = _last is null;
        ProjectInfo info = ProjectInfo.Create(
            project, VersionStamp.Create(), "cell", "cell", LanguageNames.CSharp,
            isSubmission: true,
            parseOptions: SubmissionChain.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: first ? _imports : null, allowUnsafe: true),
            metadataReferences: [.. first ? _references : [], .. references.Select(SessionMetadata.Read)],
            projectReferences: first ? [] : [new ProjectReference(_last!)]);
        return _workspace.CurrentSolution.AddProject(info)
            .AddDocument(DocumentInfo.Create(document, "cell.csx", sourceCodeKind: SourceCodeKind.Script, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Create()))));
    }
}
