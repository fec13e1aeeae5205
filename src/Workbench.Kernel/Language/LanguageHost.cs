using Microsoft.CodeAnalysis;

namespace Workbench.Kernel.Language;

/// <summary>Answers the questions of an editor, by whatever compiler its own assembly was loaded with.</summary>
internal sealed class LanguageHost
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private readonly SubmissionWorkspace _workspace;

    private LanguageHost(SubmissionWorkspace workspace) => _workspace = workspace;

    /// <summary>A host: JSON of a <see cref="LanguageRequest"/> to JSON of a <see cref="LanguageAnswer"/>.</summary>
    public static Func<string, string> Create(string[] imports, string[] files)
    {
        LanguageHost host = new(new SubmissionWorkspace(imports, files));
        return json => host.Answer(LanguageRequest.FromJson(json)).ToJson();
    }

    private LanguageAnswer Answer(LanguageRequest request)
    {
        foreach (MirroredCell cell in request.NewCells)
            _workspace.Add(cell);
        Document document = _workspace.Open(request.Code);
        using CancellationTokenSource limit = new(s_patience);
        // No synchronization context here: the request thread waits.
        return Task.Run(() => AnswerAsync(document, request, limit.Token)).GetAwaiter().GetResult();
    }

    private static async Task<LanguageAnswer> AnswerAsync(Document document, LanguageRequest request, CancellationToken cancellation)
    {
        if (request.Inspect)
            return new LanguageAnswer(null, await SymbolDescription.AtAsync(document, request.Position, cancellation).ConfigureAwait(false));
        Completions found = await FeatureCompletion.AtAsync(document, request.Position, cancellation).ConfigureAwait(false)
            ?? await SymbolCompletion.AtAsync(document, request.Position, cancellation).ConfigureAwait(false);
        return new LanguageAnswer(found, null);
    }
}
