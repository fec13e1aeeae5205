using System.CommandLine;
using System.Globalization;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Floors;
using Workbench.Inference;
using Workbench.Training;

namespace Workbench.Cli.Commands;

/// <summary>
/// <c>workbench evaluate</c>: scores a trained model on the three tasks of a folder of data, or predictors on a data set's annotations; these
/// need no video and are the floors of the tables.
/// </summary>
internal static class EvaluateCommand
{
    private const string Everything = PredictorScores.Everything, Uniform = PredictorScores.Uniform, Moments = "moments";

    private static readonly Option<string> Predictor = new("--predictor")
    {
        Description = $"Places: {string.Join(", ", FloorSuite.Predictors.Keys)} (not a floor but a ceiling: the annotators' mean point). Times of given actions, and the middle of the frame where places are asked too: {Uniform}. Times of sentences: {string.Join(", ", MomentSuite.Predictors.Keys)}. Or {Everything}: each on every file that is there.",
    };

    private static readonly Argument<string?> CheckpointFile = new("checkpoint") { Description = "A model of `workbench train`, scored on all three tasks.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> Task = new("--task") { Description = "spatial: pointing game, success at IoU > 0.3; temporal: IoU, IoD; spatio-temporal: IoU+Point, video mAP; moments: Rank n@m, the task of its predictors without being said.", DefaultValueFactory = _ => "spatial" };
    private static readonly Option<string?> Data = new("--data") { Description = "Predictors: the folder of a data set's annotation files, or the one above them. A model: a folder laid out as data/README.md says; default the embedded benchmark." };
    private static readonly Option<string> Boxes = new("--boxes") { Description = "any: README of the released code; agree: majority, the paper's; new.", DefaultValueFactory = _ => "agree" };
    private static readonly Option<string> Segments = new("--segments") { Description = string.Join(", ", FloorSuite.Segments.Keys), DefaultValueFactory = _ => "seg" };
    private static readonly Option<string> Clipping = new("--clipping") { Description = "released: boxes as they are; corrected: cut at the frame's width, estimated.", DefaultValueFactory = _ => "released" };
    private static readonly Option<int> Seed = new("--seed") { Description = "For the random predictor." };
    private static readonly Option<bool> Save = new("--save") { Description = $"Write run files to results/runs and, with --predictor {Everything}, the tables to results/tables." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print machine-readable results only." };

    public static Command Create()
    {
        Predictor.AcceptOnlyFromAmong([.. FloorSuite.Predictors.Keys, Uniform, .. MomentSuite.Predictors.Keys, Everything]);
        Task.AcceptOnlyFromAmong("spatial", "temporal", FloorRuns.SpatioTemporalTaskName, Moments);
        Boxes.AcceptOnlyFromAmong([.. FloorSuite.Boxes.Keys]);
        Segments.AcceptOnlyFromAmong([.. FloorSuite.Segments.Keys]);
        Clipping.AcceptOnlyFromAmong("released", "corrected");
        Command command = new("evaluate", "Score a trained model, or predictors that never look at a frame: the floors of the tables.") { CheckpointFile, Predictor, Task, Data, Boxes, Segments, Clipping, Seed, Save, Json };
        command.Validators.Add(result =>
        {
            string? name = result.GetValue(Predictor);
            string task = result.GetValue(Task) ?? "spatial"; // A default is not known to validators.
            if ((name is null) == (result.GetValue(CheckpointFile) is null))
                result.AddError("A checkpoint or --predictor is needed, and not both.");
            if (name is null)
                return;
            if (result.GetValue(Data) is null)
                result.AddError("--predictor needs --data.");
            bool said = result.GetResult(Task) is { Implicit: false };
            string fits = name == Uniform ? "temporal" : MomentSuite.Predictors.ContainsKey(name) ? Moments : "spatial";
            if (name != Everything && task != fits && !(name == Uniform && task == FloorRuns.SpatioTemporalTaskName) && (said || fits != Moments))
                result.AddError($"--predictor {name} is not for --task {task} but for {fits}.");
        });
        var source = new ExperimentSource(Data);
        source.AddTo(command);
        command.SetAction((parsed, cancellation) => parsed.GetValue(CheckpointFile) is { } checkpoint
            ? EvaluateModelAsync(parsed, source, checkpoint, cancellation)
            : System.Threading.Tasks.Task.FromResult(Predict(parsed, source, cancellation)));
        return command;
    }

    private static int Predict(ParseResult parsed, ExperimentSource source, CancellationToken cancellation) => PredictorScores.Run(
        new PredictorScores.Choice(
            parsed.GetValue(Predictor)!, parsed.GetRequiredValue(Task), parsed.GetValue(Data)!, parsed.GetRequiredValue(Segments), parsed.GetRequiredValue(Boxes),
            parsed.GetValue(Clipping) == "corrected" ? BoxClipping.Corrected : BoxClipping.ReleasedCode, parsed.GetValue(Seed)),
        source.Reading(parsed), parsed.InvocationConfiguration.Output, parsed.GetValue(Save), parsed.GetValue(Json), cancellation);

    private static Task<int> EvaluateModelAsync(ParseResult parsed, ExperimentSource source, string checkpoint, CancellationToken cancellation) => ConsoleProgress.RunAsync(async progress =>
    {
        WorkbenchPaths paths = WorkbenchPaths.Locate();
        ExperimentInputs silent = await source.OpenAsync(parsed, paths, progress, cancellation).ConfigureAwait(false);
        using DavenetEncoder? encoder = source.AudioWeights(parsed) is { } audio ? DavenetEncoder.Load(audio) : null;
        using ExperimentInputs inputs = encoder is null ? silent : source.AddAudio(parsed, paths, silent, encoder, progress, cancellation);
        using TrainedModel trained = TrainedModel.Load(checkpoint, inputs.Backbone);
        if (encoder is not null && trained.Recipe.Audio?.Encoder != encoder.Name)
            throw new DataFormatException(checkpoint, "metadata 'recipe'", $"a model trained with sound of '{encoder.Name}' was expected, this one was trained {(trained.Recipe.Audio is { } other ? $"with sound of '{other.Encoder}'" : "without sound")}");
        bool save = parsed.GetValue(Save);
        string runs = save ? paths.Runs : Directory.CreateTempSubdirectory("workbench-evaluate-").FullName;
        try
        {
            string command = $"./workbench evaluate {Path.GetFileName(checkpoint)}{(source.Own(parsed) ? " --data DIR" : "")}{(encoder is null ? "" : " --audio-weights FILE")}";
            var runner = new RowRunner(inputs, RowRunnerOptions.Of(paths, command) with { RunFolder = runs });
            GroundingOptions grounding = (source.Own(parsed) ? GroundingOptions.For(trained.Recipe.Fidelity) : EmbeddedRecipe.Ground(trained.Recipe.Fidelity)) with { Audio = encoder is not null };
            RunRecord run = runner.RunTrained($"evaluate-{trained.Recipe.Name}", trained, grounding, progress, cancellation);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(Json))
                await output.WriteLineAsync(run.ToJson()).ConfigureAwait(false);
            else
                foreach ((string metric, double value) in run.Metrics)
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{metric,-48} {value,8:0.00}")).ConfigureAwait(false);
            return Shell.Fine;
        }
        finally
        {
            if (!save)
                Directory.Delete(runs, recursive: true);
        }
    });
}
