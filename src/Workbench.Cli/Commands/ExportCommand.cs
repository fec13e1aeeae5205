using System.CommandLine;
using Workbench.Report.Charts;
using Workbench.Report.Rendering;
using Workbench.Report.Tables;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench export</c>: tables and figures of results/ in the sizes and formats of papers.</summary>
internal static class ExportCommand
{
    private static readonly string[] s_formats = [.. TableExport.TextFormats, .. TableExport.PictureFormats];
    private static readonly Option<string?> TableOption = new("--table") { Description = "Number of a table (all its variants), or the name of a file of results/tables. A table that was not measured is exported as published." };
    private static readonly Option<string?> FigureOption = new("--figure") { Description = $"What to draw: {string.Join(", ", ResultsFigures.Names)} of the table (default: bars), or the name of a figure kept as .json in results/figures." };
    private static readonly Option<string?> OutOption = new("--out") { Description = "Folder of the files. Default: data/generated/export." };
    private static readonly Option<string> WidthOption = new("--width") { Description = "single, double (columns of a conference page) or millimetres.", DefaultValueFactory = _ => "double" };
    private static readonly Option<double> FontOption = new("--font") { Description = "Size of the text in points.", DefaultValueFactory = _ => 8 };
    private static readonly Option<string?> FormatOption = new("--format") { Description = $"Any of {string.Join(",", s_formats)}. Default: all, pictures where they can be drawn." };
    private static readonly Option<bool> DarkOption = new("--dark") { Description = "On dark ground, for slides." };
    private static readonly Option<bool> ListOption = new("--list") { Description = "Print the names of tables and figures there are." };

    public static Command Create()
    {
        Command command = new("export", "Write tables and figures for papers: LaTeX, CSV, SVG, PDF, PNG in one or two columns' width.")
        {
            TableOption, FigureOption, OutOption, WidthOption, FontOption, FormatOption, DarkOption, ListOption,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(TableOption) is null && result.GetValue(FigureOption) is null && !result.GetValue(ListOption))
                result.AddError("Name a --table or a --figure; --list shows what there is.");
            if (result.GetResult(FontOption) is { Implicit: false } font && font.GetValueOrDefault<double>() is < 4 or > 40)
                result.AddError("--font takes 4 to 40 points.");
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        var export = new TableExport(paths.Tables, paths.Figures, paths.Papers);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(ListOption))
        {
            output.WriteLine($"tables:  {string.Join(", ", export.Tables)}");
            output.WriteLine($"figures: {string.Join(", ", ResultsFigures.Names.Select(name => name + " of a table").Concat(export.Figures))}");
            return Shell.Fine;
        }
        PageWidth page = PageWidth.Parse(parsed.GetRequiredValue(WidthOption), parsed.GetValue(FontOption));
        string folder = parsed.GetValue(OutOption) ?? Path.Combine(paths.Generated, "export");
        string[] formats = Formats(parsed);
        Theme theme = parsed.GetValue(DarkOption) ? Theme.Dark : Theme.Light;
        string? table = parsed.GetValue(TableOption), figure = parsed.GetValue(FigureOption);
        if (table is null)
        {
            Say(TableExport.Draw(export.Figure(figure!).WithTheme(theme).WithSize(page), figure!, folder, formats, cancellation));
            return Shell.Fine;
        }
        foreach (ResultsTable results in export.Find(table))
        {
            Say(TableExport.Write(results, folder, formats, page));
            if (formats.Intersect(TableExport.PictureFormats).Any())
                Say(TableExport.Draw(ResultsFigures.Make(results, figure ?? "bars", page.Pixels, page.FontPixels).WithTheme(theme), $"{results.Name}-{figure ?? "bars"}", folder, formats, cancellation));
        }
        return Shell.Fine;

        void Say(IEnumerable<string> written)
        {
            foreach (string path in written)
                output.WriteLine(path);
        }
    }

    private static string[] Formats(ParseResult parsed)
    {
        if (parsed.GetValue(FormatOption) is not { } text)
        {
            if (FigureRenderer.WhyMissing is not { } missing)
                return s_formats;
            parsed.InvocationConfiguration.Error.WriteLine($"workbench: no pictures. {missing}");
            return [.. TableExport.TextFormats];
        }
        string[] asked = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return asked.Length > 0 && asked.All(s_formats.Contains)
            ? asked
            : throw new ArgumentException($"--format takes any of {string.Join(",", s_formats)}, not '{text}'.");
    }
}
