using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data.Inspection;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench data</c>: <c>inspect</c> says what a file or folder is, what is in it, and what is wrong with it; <c>import</c> is <see cref="DataImportCommand"/>.</summary>
internal static class DataCommand
{
    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        Argument<string> path = new("path") { Description = "A data set's folder or one of its files, a folder of data sets, a feature store, a file of weights, a video." };
        Option<InspectionKind?> kind = new("--as") { Description = $"What it is: {string.Join(", ", Enum.GetNames<InspectionKind>())}. Default: found out." };
        Option<bool> videos = new("--videos") { Description = "Also open every video of the test sets: its seconds, and actions that lie outside it." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command inspect = new("inspect", "Say what a file or folder is, count what is in it, and list every problem found.") { path, kind, videos, json };
        inspect.SetAction((parsed, cancellation) =>
        {
            Inspection found = parsed.GetValue(videos)
                ? ConsoleProgress.Run(progress => Inspector.Inspect(parsed.GetRequiredValue(path), parsed.GetValue(kind), videos: true, progress, cancellation))
                : Inspector.Inspect(parsed.GetRequiredValue(path), parsed.GetValue(kind), cancellation: cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                output.WriteLine(ToJson(found).ToJsonString(s_format));
            else
                Print(output, found);
            return Task.FromResult(found.AllProblems == 0 ? Shell.Fine : Shell.Failed);
        });
        return new Command("data", "Look at data, take features in.") { inspect, DataImportCommand.Create() };
    }

    private static void Print(TextWriter output, Inspection found)
    {
        output.WriteLine($"{found.Kind}  {found.Path}");
        int width = found.Counts.Select(c => c.Name.Length).DefaultIfEmpty().Max();
        foreach ((string name, double value) in found.Counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name.PadRight(width)} {value,12:#,0.##}"));
        foreach (string problem in found.Problems)
            output.WriteLine($"  problem: {problem}");
        foreach (Inspection part in found.Parts)
            Print(output, part);
    }

    private static JsonObject ToJson(Inspection found) => new()
    {
        ["path"] = found.Path,
        ["kind"] = found.Kind.ToString(),
        ["counts"] = new JsonObject(found.Counts.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, c.Value))),
        ["problems"] = new JsonArray([.. found.Problems.Select(p => (JsonNode)p)]),
        ["parts"] = new JsonArray([.. found.Parts.Select(p => (JsonNode)ToJson(p))]),
    };
}
