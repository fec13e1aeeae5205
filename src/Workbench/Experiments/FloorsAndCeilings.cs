using System.Text;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;
using static TorchSharp.torch;

namespace Workbench.Experiments;

/// <summary>The floors of NarratedKitchen and its ceiling: a supervised probe on the frozen features of the backbone.</summary>
/// <param name="Floors">What one gets without looking, or by looking at one thing.</param>
/// <param name="Probe">Seconds with an action: a linear probe on [CLS] and the mean region, trained on the training videos' true labels, its decay chosen on every fourth of them.</param>
/// <param name="ProbeOfPool">The same, choosing among the video's pool only.</param>
/// <param name="ZeroShot">The backbone's own cosine of frame and action, choosing among the video's pool.</param>
/// <param name="TrainSeconds">Labelled seconds the probe was trained on.</param>
/// <param name="Backbone">Whose features.</param>
public sealed record FloorsAndCeilings(KitchenFloors Floors, double Probe, double ProbeOfPool, double ZeroShot, int TrainSeconds, string Backbone)
{
    private static readonly double[] s_decays = [1e-4, 1e-3, 3e-3, 1e-2, 3e-2];

    public static FloorsAndCeilings Measure(ExperimentInputs inputs, KitchenTruth truth)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(truth);
        KitchenFloors floors = KitchenFloors.Measure(inputs.SpatioTemporal, inputs.Temporal, truth);
        using var noLeak = NewDisposeScope();
        (Tensor train_ND, List<string> trainNames, List<string> trainVideos) = Labelled(inputs.Training, inputs.Captions.Keys, truth);
        (Tensor test_ND, List<string> testNames, List<string> testVideos) = Labelled(inputs.Testing, inputs.SpatioTemporal.Videos.Select(v => v.Id), truth);
        string[] classes = [.. trainNames.Concat(testNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] trainLabels = [.. trainNames.Select(n => Array.IndexOf(classes, n))], testLabels = [.. testNames.Select(n => Array.IndexOf(classes, n))];
        using SupervisedProbe probe = SupervisedProbe.Fit(train_ND, trainLabels, classes.Length, Options(train_ND, trainLabels, trainVideos, classes.Length));
        Dictionary<string, string[]> pools = inputs.SpatioTemporal.Videos.ToDictionary(v => v.Id, SpatioTemporalTask.Pool);
        float[] scores = probe.Scores(test_ND).to(ScalarType.Float32).contiguous().data<float>().ToArray();
        TextFeatures text = inputs.Backbone.EncodeText(classes);
        Tensor global_ND = test_ND.narrow(1, 0, inputs.Backbone.Width);
        float[] cosines = matmul(nn.functional.normalize(global_ND, dim: -1), nn.functional.normalize(text.Global_BD, dim: -1).t()).contiguous().data<float>().ToArray();
        return new FloorsAndCeilings(floors, 100 * probe.Accuracy(test_ND, testLabels), Accuracy(scores), Accuracy(cosines), trainLabels.Length, inputs.Backbone.Name);

        double Accuracy(float[] score)
        {
            int right = 0;
            for (int i = 0; i < testLabels.Length; i++)
                right += pools[testVideos[i]].MaxBy(p => score[i * classes.Length + Array.IndexOf(classes, p)]) == testNames[i] ? 1 : 0;
            return 100.0 * right / testLabels.Length;
        }
    }

    /// <summary>The same numbers for a run file.</summary>
    public IReadOnlyDictionary<string, double> Metrics() => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["pointing/centre %"] = Floors.Centre,
        ["pointing/random point, expected %"] = Floors.RandomPoint,
        ["pointing/named object, expected %"] = Floors.NamedObject,
        ["pointing/true contact %"] = Floors.TrueContact,
        ["action/chance in pool, expected %"] = Floors.ChanceAction,
        ["action/object alone, expected %"] = Floors.ObjectAlone,
        ["action/zero-shot in pool %"] = ZeroShot,
        ["action/supervised probe %"] = Probe,
        ["action/supervised probe in pool %"] = ProbeOfPool,
        ["second/always background %"] = Floors.AlwaysBackground,
        ["temporal/even splits IoU %"] = Floors.UniformIou,
        ["temporal/even splits IoD %"] = Floors.UniformIod,
    };

    public string ToMarkdown(string data)
    {
        var text = new StringBuilder($"# Floors and ceilings of {data}\n\nIn percent; {Floors.PointingFrames} annotated frames, {Floors.ActionSeconds} seconds with a visible action. Features: {Backbone}.\n\n");
        text.Append("| question | answer by | % | aim |\n|---|---|---:|---:|\n");
        Row("where (pointing)", "the middle of the frame", Floors.Centre, "≤ 35");
        Row("", "a random point, expected", Floors.RandomPoint, "");
        Row("", "the named object wherever it is, ignoring the action, expected", Floors.NamedObject, "≤ 65");
        Row("", "the true contact point", Floors.TrueContact, "");
        Row("which action (seconds with one)", "chance in the video's pool, expected", Floors.ChanceAction, "");
        Row("", "the object alone, expected", Floors.ObjectAlone, "");
        Row("", "zero-shot backbone, video's pool", ZeroShot, "");
        Row("", $"supervised probe on the backbone's features, all 34 actions ({TrainSeconds} training seconds)", Probe, "≥ 80");
        Row("", "the same, video's pool", ProbeOfPool, "");
        Row("which action (all seconds)", "background always", Floors.AlwaysBackground, "");
        Row("when (temporal IoU)", "even splits in the given order", Floors.UniformIou, "");
        Row("when (temporal IoD)", "even splits in the given order", Floors.UniformIod, "");
        return text.ToString();

        void Row(string question, string answer, double value, string aim) => text.Append($"| {question} | {answer} | {value:0.0} | {aim} |\n");
    }

    /// <summary>The decay that does best on every fourth training video after fitting on the others: a few thousand seconds of few scenes are soon learnt by heart.</summary>
    private static SupervisedProbeOptions Options(Tensor features_ND, int[] labels, List<string> videos, int classes)
    {
        string[] different = [.. videos.Distinct(StringComparer.Ordinal)];
        var held = different.Where((_, i) => i % 4 == 3).ToHashSet(StringComparer.Ordinal);
        if (held.Count == 0)
            return new SupervisedProbeOptions();
        int[] fit = [.. Enumerable.Range(0, labels.Length).Where(i => !held.Contains(videos[i]))], check = [.. Enumerable.Range(0, labels.Length).Where(i => held.Contains(videos[i]))];
        using DisposeScope scope = NewDisposeScope();
        Tensor fit_FD = Rows(fit), check_CD = Rows(check);
        int[] fitLabels = [.. fit.Select(i => labels[i])], checkLabels = [.. check.Select(i => labels[i])];
        return s_decays.Select(d => new SupervisedProbeOptions { Decay = d }).MaxBy(options =>
        {
            using SupervisedProbe probe = SupervisedProbe.Fit(fit_FD, fitLabels, classes, options);
            return probe.Accuracy(check_CD, checkLabels);
        })!;

        Tensor Rows(int[] rows) => features_ND.index_select(0, tensor(rows.Select(r => (long)r).ToArray(), [rows.Length]));
    }

    /// <summary>Features ([CLS] beside the mean region) of all seconds that show an action, their action and their video.</summary>
    private static (Tensor Features_ND, List<string> Names, List<string> Videos) Labelled(FeatureStore store, IEnumerable<string> videos, KitchenTruth truth)
    {
        List<Tensor> rows = [];
        List<string> names = [], owners = [];
        foreach (string video in videos.Order(StringComparer.Ordinal))
        {
            FeatureArray global = store.Read(video, "global"), local = store.Read(video, "local");
            Tensor features_FD = cat([tensor(global.Values, global.Shape), tensor(local.Values, local.Shape).mean(new long[] { 1 })], 1);
            IReadOnlyList<TruthSecond> seconds = truth.Videos[video].Seconds;
            int[] shown = [.. Enumerable.Range(0, (int)Math.Min(seconds.Count, global.Shape[0])).Where(s => seconds[s] is { State: SecondState.Action, Action: not null })];
            if (shown.Length == 0)
                continue;
            rows.Add(features_FD.index_select(0, tensor(shown.Select(s => (long)s).ToArray())));
            names.AddRange(shown.Select(s => seconds[s].Action!));
            owners.AddRange(shown.Select(_ => video));
        }
        return (cat(rows, 0), names, owners);
    }
}
