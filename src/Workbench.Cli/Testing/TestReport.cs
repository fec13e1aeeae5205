using System.Globalization;
using System.Xml.Linq;
using Workbench.Data;

namespace Workbench.Cli.Testing;

/// <summary>What one test project's run came to.</summary>
/// <param name="Passed">Number of tests that passed.</param>
/// <param name="Failures">Those that failed, in the order of the file.</param>
/// <param name="Skipped">Names of those skipped, by the reason given.</param>
/// <param name="Slowest">The five that took longest, longest first.</param>
internal sealed record TestReport(
    int Passed,
    IReadOnlyList<TestFailure> Failures,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Skipped,
    IReadOnlyList<(string Name, TimeSpan Time)> Slowest)
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestReport Empty { get; } = new(0, [], new Dictionary<string, IReadOnlyList<string>>(), []);

    public int SkippedCount => Skipped.Values.Sum(names => names.Count);

    /// <summary>Reads a .trx file, the result format of <c>dotnet test</c>.</summary>
    /// <exception cref="DataFormatException">The file is no .trx, or holds an outcome we do not know.</exception>
    public static TestReport Read(string path)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(path);
        }
        catch (System.Xml.XmlException e)
        {
            throw new DataFormatException(path, $"line {e.LineNumber}", "XML was expected", e);
        }
        int passed = 0;
        List<TestFailure> failures = [];
        Dictionary<string, List<string>> skipped = [];
        List<(string, TimeSpan)> times = [];
        foreach (XElement result in document.Descendants(Ns + "UnitTestResult"))
        {
            string name = (string?)result.Attribute("testName") ?? throw new DataFormatException(path, "UnitTestResult", "a testName was expected");
            XElement? output = result.Element(Ns + "Output");
            string message = (string?)output?.Element(Ns + "ErrorInfo")?.Element(Ns + "Message") ?? "";
            switch ((string?)result.Attribute("outcome"))
            {
                case "Passed": passed++; break;
                case "NotExecuted": Add(skipped, Reason(message, output), name); break;
                case "Failed": failures.Add(new TestFailure(name, message, (string?)output?.Element(Ns + "ErrorInfo")?.Element(Ns + "StackTrace") ?? "")); break;
                case var other: throw new DataFormatException(path, name, $"an outcome Passed, Failed or NotExecuted was expected, not {other ?? "none"}");
            }
            if (TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out TimeSpan time))
                times.Add((name, time));
        }
        return new TestReport(
            passed,
            failures,
            skipped.ToDictionary(s => s.Key, s => (IReadOnlyList<string>)s.Value),
            [.. times.OrderByDescending(t => t.Item2).Take(5)]);
    }

    private static string Reason(string message, XElement? output)
    {
        string reason = message.Length > 0 ? message : ((string?)output?.Element(Ns + "StdOut") ?? "").Trim();
        return reason.Length > 0 ? reason : "no reason given";
    }

    private static void Add(Dictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out List<string>? list))
            lists[key] = list = [];
        list.Add(value);
    }
}
