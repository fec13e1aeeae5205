using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Notebooks;

/// <summary>
/// Parameters by papermill's convention: the cell tagged <c>parameters</c> declares variables with their defaults, and a
/// cell tagged <c>injected-parameters</c> behind it sets them.
/// </summary>
internal static class NotebookParameters
{
    public const string DeclaringTag = "parameters", InjectedTag = "injected-parameters";

    /// <summary>The values that each notebook has a parameter for.</summary>
    /// <exception cref="ArgumentException">A value that none of them has a parameter for.</exception>
    public static Dictionary<string, Dictionary<string, string>> OfEach(IReadOnlyList<string> files, IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
            return files.ToDictionary(f => f, _ => new Dictionary<string, string>());
        Dictionary<string, HashSet<string>> declared = files.ToDictionary(f => f, f => Names(NotebookFile.Read(f)));
        if (values.Keys.FirstOrDefault(name => declared.Values.All(d => !d.Contains(name))) is { } unknown)
            throw new ArgumentException($"No notebook has a parameter '{unknown}'; there are {string.Join(", ", declared.Values.SelectMany(d => d).Distinct().Order(StringComparer.Ordinal))}.");
        return declared.ToDictionary(d => d.Key, d => values.Where(v => d.Value.Contains(v.Key)).ToDictionary());
    }

    private static HashSet<string> Names(NotebookFile notebook) =>
        notebook.Cells.FirstOrDefault(c => c.IsCode && c.Tags.Contains(DeclaringTag)) is { } cell ? [.. Declared(cell.Source).Keys] : [];

    /// <summary>Replaces the injected cell by one for these values; without values there is none.</summary>
    /// <exception cref="ArgumentException">The notebook declares no such parameter, or the value does not fit its type.</exception>
    public static void Inject(NotebookFile notebook, IReadOnlyDictionary<string, string> values)
    {
        var cells = (JsonArray)notebook.Root["cells"]!;
        foreach (NotebookCell old in notebook.Cells.Where(c => c.Tags.Contains(InjectedTag)).ToArray())
            cells.Remove(old.Json);
        if (values.Count == 0)
            return;
        NotebookCell declaring = notebook.Cells.FirstOrDefault(c => c.IsCode && c.Tags.Contains(DeclaringTag))
            ?? throw new ArgumentException($"{notebook.Path} has no cell tagged '{DeclaringTag}', so nothing can be set in it.");
        Dictionary<string, string> types = Declared(declaring.Source);
        List<string> lines = [];
        foreach ((string name, string value) in values)
        {
            if (!types.TryGetValue(name, out string? type))
                throw new ArgumentException($"{notebook.Path} has no parameter '{name}'; it has {string.Join(", ", types.Keys)}.");
            lines.Add($"{name} = {Literal(name, type, value)};");
        }
        JsonObject injected = new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = InjectedTag,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
            ["outputs"] = new JsonArray(),
            ["source"] = NotebookCell.Lines(string.Join('\n', lines)),
        };
        cells.Insert(cells.IndexOf(declaring.Json) + 1, injected);
    }

    /// <summary>The variables of a cell with their types; that of <c>var</c> is read from its value.</summary>
    internal static Dictionary<string, string> Declared(string source)
    {
        Dictionary<string, string> types = [];
        foreach (FieldDeclarationSyntax field in CSharpSyntaxTree.ParseText(source, SubmissionChain.ParseOptions).GetRoot().DescendantNodes().OfType<FieldDeclarationSyntax>())
        {
            foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                types[variable.Identifier.Text] = field.Declaration.Type.IsVar ? TypeOf(variable.Initializer?.Value) : field.Declaration.Type.ToString().TrimEnd('?');
        }
        return types;
    }

    private static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { Operand: var operand } => TypeOf(operand),
        LiteralExpressionSyntax { Token.Value: { } literal } => literal switch
        {
            bool => "bool",
            int => "int",
            long => "long",
            double => "double",
            float => "float",
            string => "string",
            _ => literal.GetType().Name,
        },
        _ => "var",
    };

    /// <summary>The value as C#. A type that we do not know (an enum, an array) takes the value as an expression.</summary>
    private static string Literal(string name, string type, string value)
    {
        switch (type)
        {
            case "string":
                return SymbolDisplay.FormatLiteral(value, quote: true);
            case "bool":
                return bool.TryParse(value, out bool truth) ? (truth ? "true" : "false") : throw Wrong("true or false");
            case "int" or "long" or "short" or "byte" or "uint" or "ulong":
                return decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal whole)
                    ? whole.ToString(CultureInfo.InvariantCulture) : throw Wrong("a whole number");
            case "double" or "float" or "decimal":
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                    ? value + (type == "float" ? "f" : type == "decimal" ? "m" : "d") : throw Wrong("a number");
            default:
                return value;
        }

        ArgumentException Wrong(string expected) => new($"The parameter '{name}' is {type}: {expected} was expected, not '{value}'.");
    }
}
