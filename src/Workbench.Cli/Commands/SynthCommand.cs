using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Workbench.Data.NarratedKitchen;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench synth</c>: draws the embedded benchmark, or only counts it, or prints its contact sheet.</summary>
internal static class SynthCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        KitchenOptions defaults = new();
        Option<string> folder = new("--out") { Description = "The folder to write; finished videos in it are kept.", DefaultValueFactory = _ => "data/generated/kitchen" };
        Option<long> seed = new("--seed") { Description = "Same seed, same videos.", DefaultValueFactory = _ => defaults.Seed };
        Option<int> videos = new("--videos") { Description = "How many narrated training videos.", DefaultValueFactory = _ => defaults.TrainVideos };
        Option<int> tests = new("--test-videos") { Description = "How many annotated test videos.", DefaultValueFactory = _ => defaults.TestVideos };
        Option<int> fps = new("--fps") { Description = "Frames a second.", DefaultValueFactory = _ => defaults.Fps };
        Option<int> parallel = new("--parallel") { Description = "Videos drawn at a time; 0: one a processor.", DefaultValueFactory = _ => 0 };
        Option<bool> noSpeech = new("--no-speech") { Description = "Tones instead of spoken words." };
        Option<bool> statistics = new("--statistics") { Description = "Draw nothing, only print the figures of the set." };
        Option<string?> sheet = new("--contact-sheet") { Description = "Write a PNG with every action and three test videos in rows, and nothing else." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("synth", "Draw NarratedKitchen, the embedded benchmark: narrated kitchen videos with annotations.")
        {
            folder, seed, videos, tests, fps, parallel, noSpeech, statistics, sheet, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            KitchenOptions options = defaults with
            {
                Seed = parsed.GetValue(seed),
                TrainVideos = parsed.GetValue(videos),
                TestVideos = parsed.GetValue(tests),
                Fps = parsed.GetValue(fps),
                Parallel = parsed.GetValue(parallel),
                Speech = !parsed.GetValue(noSpeech),
            };
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(sheet) is { } path)
            {
                ContactSheet.Write(path, options);
                await output.WriteLineAsync(path).ConfigureAwait(false);
                return Shell.Fine;
            }
            if (parsed.GetValue(statistics))
            {
                (KitchenStatistics? train, KitchenStatistics? test) = KitchenGenerator.Statistics(options);
                if (parsed.GetValue(json))
                    await output.WriteLineAsync(JsonSerializer.Serialize(new { train, test }, Indented)).ConfigureAwait(false);
                else
                    Print(output, train, test);
                return Shell.Fine;
            }
            KitchenReport report = await ConsoleProgress.RunAsync(
                progress => KitchenGenerator.GenerateAsync(parsed.GetValue(folder)!, options, progress, cancellation)).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(report, Indented)).ConfigureAwait(false);
                return Shell.Fine;
            }
            Print(output, report.Train, report.Test);
            await output.WriteLineAsync(Summary(report)).ConfigureAwait(false);
            if (options.Speech && !report.Spoken)
                await output.WriteLineAsync("flite is not installed: tones stand for words. On Debian: apt install flite").ConfigureAwait(false);
            return Shell.Fine;
        });
        return command;
    }

    private static string Summary(KitchenReport report) => report.Drawn == 0
        ? $"{report.Kept} videos were there already; annotations written to {report.Folder}."
        : $"{report.Drawn} videos drawn, {report.Kept} kept, in {report.Folder}: {report.VideoSeconds} s of video in {report.WallSeconds:0.0} s, {report.VideoSeconds / report.WallSeconds:0} s a second.";

    private static void Print(TextWriter output, KitchenStatistics? train, KitchenStatistics? test)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn(new TableColumn("train").RightAligned()).AddColumn(new TableColumn("test").RightAligned());
        Row("videos", s => $"{s.Videos}");
        Row("seconds", s => $"{s.Seconds}");
        Row("actions a video", s => $"{s.ActionsPerVideo:0.0}");
        Row("seconds an action", s => $"{s.MeanActionSeconds:0.0}");
        Row("background %", s => $"{100 * s.Background:0.0}");
        Row("b-roll %", s => $"{100 * s.Broll:0.0}");
        Row("talking head %", s => $"{100 * s.TalkingHead:0.0}");
        Row("sentences a minute", s => $"{s.SentencesPerMinute:0.0}");
        Row("about no action shown %", s => $"{100 * s.OffTopic:0.0}");
        Row("mis-heard %", s => $"{100 * s.Misheard:0.0}");
        Row("not during their action %", s => $"{100 * s.Misaligned:0.0}");
        Row("seconds with a point %", s => Pointing(s, s.Pointed));
        Row("… of a majority %", s => Pointing(s, s.Agreed));
        Row("pointing: centre %", s => Pointing(s, s.Centre));
        Row("pointing: random point %", s => Pointing(s, s.RandomPoint));
        Row("pointing: named object %", s => Pointing(s, s.NamedObject));
        Row("pointing: idle twin %", s => Pointing(s, s.IdleObject));
        Row("pointing: true contact %", s => Pointing(s, s.Contact));
        Row("named objects in frame", s => s.Boxes == 0 ? "" : $"{s.NamedObjects:0.00}");
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Write(table);

        void Row(string name, Func<KitchenStatistics, string> value) => table.AddRow(name, train is null ? "" : value(train), test is null ? "" : value(test));
        static string Pointing(KitchenStatistics s, double share) => s.Boxes == 0 ? "" : $"{100 * share:0.0}";
    }
}
