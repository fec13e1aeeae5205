using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Errors in the shape of IPython 8 ("Cell In[3], line 2", then the lines around it), which VS Code and JupyterLab turn
/// into links to the line.
/// </summary>
internal sealed partial class ErrorFormatter
{
    private const int MostFrames = 12, Around = 2;
    private static readonly string s_rule = new('-', 75);
    private readonly ConcurrentDictionary<int, string[]> _cells = new();

    /// <summary>The name under which the compiler knows a cell.</summary>
    public static string PathOf(int number) => $"In[{number}]";

    /// <summary>Remembers a cell's text, to show its lines.</summary>
    public void Remember(int number, string code) => _cells[number] = code.Split('\n');

    public CellError Interrupted(Exception? at)
    {
        List<string> lines = [Coloured(s_rule), Head(CellError.InterruptName)];
        if (at is not null)
            lines.AddRange(Frames(at));
        lines.Add($"{Coloured(CellError.InterruptName)}: The cell was interrupted.");
        return new CellError(CellError.InterruptName, "The cell was interrupted.", lines);
    }

    public CellError Of(CompilationException e, int number)
    {
        List<string> lines = [];
        foreach (CellDiagnostic d in e.Diagnostics.Take(10))
        {
            lines.Add($"Cell In[{number}], line {d.Line}");
            if (LineOf(number, d.Line) is { } text)
                lines.Add($"    {text.TrimEnd()}\n    {new string(' ', Math.Max(0, Math.Min(d.Column - 1, text.Length)))}^");
            lines.Add($"{Coloured(d.Id)}: {d.Message}{ErrorHints.For(d.Id)}");
        }
        if (e.Diagnostics.Count > 10)
            lines.Add($"… and {e.Diagnostics.Count - 10} more");
        return new CellError("CompilationError", e.Message, lines);
    }

    public CellError Of(Exception e)
    {
        while (e is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException { InnerException: not null })
            e = e.InnerException!;
        string name = NameOf(e.GetType());
        List<string> lines = [Coloured(s_rule), Head(name), .. Frames(e), $"{Coloured(name)}: {e.Message}"];
        for (Exception? inner = e.InnerException; inner is not null; inner = inner.InnerException)
            lines.Add($"  because of {NameOf(inner.GetType())}: {inner.Message}");
        return new CellError(name, e.Message, lines);
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string Head(string name) => $"{Coloured(name)}{"Traceback (most recent call last)".PadLeft(Math.Max(35, 75 - name.Length))}";

    private static string Coloured(string text) => $"\e[31m{text}\e[0m";

    /// <summary>The frames that have a source line, outermost first.</summary>
    private List<string> Frames(Exception e)
    {
        List<string> frames = [];
        foreach (StackFrame frame in new StackTrace(e, fNeedFileInfo: true).GetFrames().Reverse())
        {
            if (frame.GetFileName() is not { } file || frame.GetFileLineNumber() is not (> 0 and var line))
                continue;
            if (CellFile().Match(file) is { Success: true } cell)
                frames.Add(CellFrame(int.Parse(cell.Groups[1].Value), line));
            else if (frame.GetMethod() is { } method && method.DeclaringType?.Assembly != typeof(ErrorFormatter).Assembly)
                frames.Add($"File {file}:{line}, in {Readable(method)}");
        }
        if (frames.Count > MostFrames)
            frames = [.. frames.Take(MostFrames / 2), $"… {frames.Count - MostFrames} frames …", .. frames.TakeLast(MostFrames / 2)];
        return frames;
    }

    private string CellFrame(int number, int line)
    {
        StringBuilder text = new($"Cell In[{number}], line {line}");
        for (int i = line - Around; i <= line + Around; i++)
        {
            if (LineOf(number, i) is { } source)
                text.Append($"\n{(i == line ? "----> " : "      ")}{i} {source.TrimEnd()}");
        }
        return text.ToString();
    }

    private string? LineOf(int number, int line) =>
        _cells.TryGetValue(number, out string[]? lines) && line >= 1 && line <= lines.Length ? lines[line - 1] : null;

    /// <summary>"Sinkhorn.Solve" also where the compiler made a state machine or a closure of it.</summary>
    private static string Readable(MethodBase method)
    {
        Type? type = method.DeclaringType;
        string name = method.Name;
        while (type is not null && type.Name.StartsWith('<'))
        {
            if (type.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end)
                name = type.Name[1..end];
            type = type.DeclaringType;
        }
        if (name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var close)
            name = name[1..close];
        return type is null ? name : $"{NameOf(type)}.{name}";
    }

    [GeneratedRegex(@"(?:^|[\\/])In\[(\d+)\]$")]
    private static partial Regex CellFile();
}
