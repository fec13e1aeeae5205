using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Language;

/// <summary>
/// What an editor asks about a cell that is being written. Answered by the SDK's editor features where they can be had,
/// else by the compiler's own recommendations; never with an exception.
/// </summary>
internal sealed class LanguageService(NotebookSession session)
{
    private Func<string, string>? _host;
    private bool _isOfSdk, _isLost;
    private int _told;

    /// <summary>The answers come from the SDK's editor features.</summary>
    internal bool UsesSdk => _isOfSdk;

    /// <summary>Proposals for a position in UTF-16 units.</summary>
    public Completions Complete(string code, int position)
    {
        if (MagicAt(code, position) is { } magic)
            return magic;
        return Ask(code, position, inspect: false)?.Completions ?? new Completions(position, position, []);
    }

    /// <summary>What the name at a position is; null when nobody knows.</summary>
    public string? Inspect(string code, int position) => Ask(code, position, inspect: true)?.Description;

    /// <summary>Answers from now on without the SDK.</summary>
    internal void ForgetSdk() => (_host, _isOfSdk, _isLost, _told) = (null, false, true, 0);

    private LanguageAnswer? Ask(string code, int position, bool inspect)
    {
        for (int attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                Func<string, string> host = _host ??= CreateHost();
                MirroredCell[] cells = [.. session.Chain.Cells.Skip(_told)];
                string json = new LanguageRequest(cells, WithoutMagics(code), position, inspect).ToJson();
                _told += cells.Length;
                return LanguageAnswer.FromJson(host(json));
            }
            catch (Exception) when (_isOfSdk && attempt == 0)
            {
                // The layout of this SDK is not the one we know.
                ForgetSdk();
            }
            catch (Exception)
            {
                return null; // An editor asks again with the next key.
            }
        }
        return null;
    }

    private Func<string, string> CreateHost()
    {
        Func<string, string>? host = _isLost ? null : SdkLoadContext.CreateHost();
        _isOfSdk = host is not null;
        return host ?? LanguageHost.Create(SessionMetadata.Imports(), SessionMetadata.Files());
    }

    private static Completions? MagicAt(string code, int position)
    {
        int start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        string typed = code[start..position];
        return !typed.StartsWith("#!", StringComparison.Ordinal) || typed.Contains(' ', StringComparison.Ordinal) ? null : new Completions(
            start, position, [.. Magics.CellParts.Names.Select(n => "#!" + n).Where(n => n.StartsWith(typed, StringComparison.Ordinal)).Select(n => new Completion(n, "keyword"))]);
    }

    /// <summary>The same length and lines, with blanks where magics were.</summary>
    private static string WithoutMagics(string code) => string.Join('\n', code.Split('\n').Select(line =>
        line.StartsWith("#!", StringComparison.Ordinal) || line.StartsWith("#r", StringComparison.Ordinal) || line.StartsWith("#i", StringComparison.Ordinal) && !line.StartsWith("#if", StringComparison.Ordinal)
            ? new string(' ', line.Length) : line));
}
