using System.Text.Json.Nodes;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Models.Comma;
using Workbench.Training;
using Workbench.Training.Comma;
using static TorchSharp.torch;

namespace Workbench.Experiments.Comma;

/// <summary>Trains and scores one method of CoMMA's tables with one seed, and keeps what came out as a run file, as <see cref="RowRunner"/> does.</summary>
public sealed class CommaRunner(ExperimentInputs inputs, CommaData data, RowRunnerOptions options) : IDisposable
{
    private readonly RunFiles _files = new(options);
    private CommaData.ObjectData? _objects;
    private CommaData.PhraseData? _phrases;

    /// <summary>
    /// Trains (from a checkpoint where one is left), scores, writes the run file. A run of the same code and settings that is finished is not done again; with
    /// <see cref="RowRunnerOptions.Reuse"/> neither is one of other code.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was trained so far is in the checkpoint.</exception>
    public RunRecord Run(CommaRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _files.Once(run.Name, Settings(run), (run.Recipe?.Seed ?? run.Nafae?.Seed) is { } seed ? [(int)seed] : [], () => Measure(run, progress, cancellation));
    }

    /// <summary>The trained model of a method on narrated clips, in evaluation mode; trains it where that was not done yet. The caller disposes it.</summary>
    public TrainedComma Load(CommaRecipe recipe, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        (nn.Module model, TrainingResult training) = Train(recipe, progress, cancellation);
        return new TrainedComma(model, training.Losses);
    }

    public void Dispose()
    {
        _objects?.Dispose();
        _phrases?.Dispose();
    }

    private (SortedDictionary<string, double> Metrics, SortedDictionary<string, long> Counts) Measure(CommaRun run, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        switch (run.Kind)
        {
            case CommaKind.Centre:
                foreach (InteractionsRule rule in Enum.GetValues<InteractionsRule>())
                    Put(metrics, counts, rule, InteractionsTask.Run((_, frame) => new Point(frame.Width / 2.0, frame.Height / 2.0), inputs.Spatial, rule));
                break;
            case CommaKind.OpticalFlow:
                foreach ((InteractionsRule rule, PointingResult result) in FlowTask.Run(inputs.Spatial, id => inputs.Files[id], Enum.GetValues<InteractionsRule>(), null, progress, cancellation))
                    Put(metrics, counts, rule, result);
                break;
            case CommaKind.Backbone:
                ScoreHeat(run, new SentenceCells(inputs.Backbone).HeatMaps, metrics, counts, progress, cancellation);
                break;
            case CommaKind.Nafae:
                RunNafae(run, metrics, counts, progress, cancellation);
                break;
            case CommaKind.Phrases:
                RunPhrases(run.Recipe!, metrics, counts, progress, cancellation);
                break;
            default:
                RunClips(run, metrics, counts, progress, cancellation);
                break;
        }

        return (metrics, counts);
    }

    private (nn.Module Model, TrainingResult Training) Train(CommaRecipe recipe, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        nn.Module model = recipe.NewModel(inputs.Backbone);
        try
        {
            using var texts = new TextBank(inputs.Backbone);
            var task = new CommaTraining(recipe, model, new NarratedClips(inputs.Training, inputs.Captions, recipe.Sampling), texts);
            return (model, new TrainingLoop<ClipFeatures>(task, Keep(recipe.Name, recipe.ToJson())).Run(progress, cancellation));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private void RunClips(CommaRun run, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        (nn.Module model, TrainingResult training) = Train(run.Recipe!, progress, cancellation);
        using (model)
            ScoreModel(run, model, metrics, counts, progress, cancellation);
        RunFiles.Note(training, metrics, counts);
    }

    private void ScoreModel(CommaRun run, nn.Module model, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        int steps = run.Recipe!.Steps7x7;
        ScoreHeat(run, new RegionGrounder(model, inputs.Backbone, steps).HeatMaps, metrics, counts, progress, cancellation);
        if (run.Recipe.Method != CommaMethod.Comma)
            return;
        metrics[CommaMetrics.PointingWords] = Pointing(RolloutForm.Product);
        if (run.Recipe is { Regions: RegionAttention.Spatiotemporal } or { Layers: not CommaLayers.CrossSelfCross })
            metrics[CommaMetrics.PointingIdentity] = Pointing(RolloutForm.Identity);

        double Pointing(RolloutForm form) => 100 * InteractionsTask.Run(
            new RegionGrounder(model, inputs.Backbone, steps, form, RolloutAverage.Words).HeatMaps, inputs.Backbone, inputs.Testing, inputs.Spatial, InteractionsRule.Corrected, progress, cancellation).Accuracy;
    }

    private void ScoreHeat(
        CommaRun run, InteractionsTask.HeatSource heat, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        foreach (InteractionsRule rule in Enum.GetValues<InteractionsRule>())
            Put(metrics, counts, rule, InteractionsTask.Run(heat, inputs.Backbone, inputs.Testing, inputs.Spatial, rule, progress, cancellation));
        if (run.Objects)
            ScoreObjects(ObjectTask.ByHeat(heat), metrics, counts, progress, cancellation);
    }

    private void ScoreObjects(ObjectTask.Predictor predict, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        CommaData.ObjectData objects = Objects();
        ObjectAccuracy accuracy = ObjectTask.Run(predict, inputs.Testing, objects.Videos, objects.Classes, objects.Test, progress, cancellation);
        (metrics[CommaMetrics.ObjectPointing], metrics[CommaMetrics.ObjectPointingMicro]) = (100 * accuracy.MacroPoint, 100 * accuracy.MicroPoint);
        (metrics[CommaMetrics.ObjectBox], metrics[CommaMetrics.ObjectBoxMicro]) = (100 * accuracy.MacroBox, 100 * accuracy.MicroBox);
        foreach ((string label, int frames, double box, double point) in accuracy.Classes)
        {
            (metrics[CommaMetrics.ObjectClass(label, true)], metrics[CommaMetrics.ObjectClass(label, false)]) = (100 * box, 100 * point);
            counts[$"frames with {label}"] = frames;
        }

        counts["object frames"] = accuracy.Frames;
    }

    private void RunNafae(CommaRun run, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        NafaeRecipe recipe = run.Nafae!;
        CommaData.ObjectData objects = Objects();
        using Tensor classes_CD = inputs.Backbone.EncodeText([.. objects.Classes.Names]).Global_BD;
        manual_seed(recipe.Seed);
        using var model = new NafaeModel(inputs.Backbone.RegionWidth, classes_CD.size(1), recipe.Width, recipe.FeatureScale, recipe.Dropout);
        var clips = new NafaeClips(inputs.Training, inputs.Captions, objects.Train, objects.Classes, recipe);
        counts["narrations that name a class"] = clips.Count;
        RunFiles.Note(new TrainingLoop<NafaeBatch>(new NafaeTraining(recipe, model, clips, classes_CD), Keep(recipe.Name, recipe.ToJson())).Run(progress, cancellation), metrics, counts);
        string[] names = [.. objects.Classes.Names];
        ScoreObjects(ObjectTask.ByNafae(model, label => classes_CD[Array.IndexOf(names, label)]), metrics, counts, progress, cancellation);
    }

    private void RunPhrases(CommaRecipe recipe, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        _phrases ??= data.OpenPhrases(inputs.Backbone, Path.Combine(options.CheckpointFolder, "regions"), progress, cancellation);
        var train = new PhraseImages(_phrases.Train.Images, _phrases.Train.Store, inputs.Backbone);
        long width = train.Read(train.Images[0].Id).Width;
        using nn.Module model = recipe.NewModel(width, inputs.Backbone.WordWidth, recipe.Width > 0 ? recipe.Width : inputs.Backbone.Width, train.Regions,
            width == inputs.Backbone.RegionWidth ? inputs.Backbone.JoinRegions : null, inputs.Backbone.JoinWords);
        using var texts = new TextBank(inputs.Backbone);
        RunFiles.Note(new TrainingLoop<PhraseBatch>(new PhraseTraining(recipe, model, train, texts), Keep(recipe.Name, recipe.ToJson())).Run(progress, cancellation), metrics, counts);
        var test = new PhraseImages(_phrases.Test.Images, _phrases.Test.Store, inputs.Backbone, train.Regions);
        PhraseRecall recall = PhraseTask.Run(model, inputs.Backbone, test, progress, cancellation);
        foreach (int k in PhraseRecall.Ranks)
            metrics[CommaMetrics.PhraseRecall(k)] = 100 * recall.At(k);
        metrics[CommaMetrics.PhrasePointing] = 100 * recall.Pointing;
        (counts["phrases"], counts["training pictures"], counts["test pictures"]) = (recall.Phrases, train.Images.Count, test.Images.Count);
    }

    private CommaData.ObjectData Objects() => _objects ??= data.OpenObjects(inputs);

    private TrainerOptions Keep(string name, string recipe) => new()
    {
        CheckpointPath = _files.Beside(name, new JsonObject { ["data"] = inputs.Name, ["backbone"] = inputs.Backbone.Name, ["recipe"] = JsonNode.Parse(recipe), ["stills"] = Stills }, ".safetensors"),
        Backbone = inputs.Backbone.Name,
        Time = options.Time,
    };

    private string? Stills => data.Embedded is { } counts ? $"{counts.Train} + {counts.Test}" : null;

    /// <summary>Everything that decides the outcome.</summary>
    private JsonObject Settings(CommaRun run)
    {
        var settings = new JsonObject { ["data"] = inputs.Name, ["answers"] = run.Kind.ToString() };
        if (run.Kind is not (CommaKind.Centre or CommaKind.OpticalFlow))
            settings["backbone"] = inputs.Backbone.Name;
        if ((run.Recipe?.ToJson() ?? run.Nafae?.ToJson()) is { } recipe)
            settings["recipe"] = JsonNode.Parse(recipe);
        if (run.Kind == CommaKind.Phrases && Stills is { } stills)
            settings["stills"] = stills;
        return settings;
    }

    private static void Put(SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, InteractionsRule rule, PointingResult result)
    {
        metrics[rule == InteractionsRule.Corrected ? CommaMetrics.Pointing : CommaMetrics.PointingReleased] = 100 * result.Accuracy;
        counts["interaction frames"] = result.Frames;
    }
}
