using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Workbench.Cli.Doctor;

/// <summary>All checks of a machine.</summary>
internal sealed record DoctorReport(HostFacts Host, IReadOnlyList<Check> Checks)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Nothing required is missing.</summary>
    public bool Fine => Checks.All(check => check.State != CheckState.Missing);

    public string ToJson() => JsonSerializer.Serialize(new { Fine, Host, Checks }, Json);

    public void Print(IAnsiConsole console)
    {
        Table table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "");
        table.Columns[0].NoWrap();
        table.Columns[1].NoWrap();
        foreach (Check check in Checks)
            table.AddRow(new Markup(Mark(check.State)), new Text(check.Name), new Text(check.Found));
        console.WriteLine(Host.ToString());
        console.Write(table);
        // Not wrapped: a command is there to be copied.
        foreach (Check check in Checks.Where(c => c.Fix is not null).OrderByDescending(c => c.State))
            console.Profile.Out.Writer.WriteLine($"{Word(check.State)} {check.Name}: {check.Fix}");
        console.WriteLine(Fine ? "Everything required is there." : "Something required is missing; ./workbench setup installs all of it.");
    }

    private static string Mark(CheckState state) => state switch
    {
        CheckState.Good => "[green]ok[/]",
        CheckState.Optional => "[grey]-[/]",
        CheckState.Warning => "[yellow]weak[/]",
        _ => "[red]missing[/]",
    };

    private static string Word(CheckState state) => state switch
    {
        CheckState.Missing => "needed  ",
        CheckState.Warning => "better  ",
        _ => "optional",
    };
}
