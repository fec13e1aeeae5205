using System.Text.Json.Nodes;
using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>Floors as run records; percentages.</summary>
public static class FloorRuns
{
    /// <summary>The record of a spatial floor on GroundingYouTube.</summary>
    public static RunRecord Spatial(string predictor, string set, string segments, string boxes, BoxClipping clipping, int seed, SpatialFloorResult result)
    {
        string clipped = clipping == BoxClipping.ReleasedCode ? "released" : "corrected";
        return Spatial(
            $"floor-spatial-{predictor}-{segments}-{boxes}" + (clipping == BoxClipping.Corrected ? "-corrected" : ""),
            new JsonObject { ["task"] = "spatial", ["predictor"] = predictor, ["data"] = set, ["segments"] = segments, ["boxes"] = boxes, ["clipping"] = clipped },
            $"./workbench evaluate --predictor {predictor} --task spatial --data DIR --segments {segments} --boxes {boxes} --clipping {clipped}", seed, result);
    }

    /// <summary>The record of a spatial floor on a set that has one file of segments and one of boxes.</summary>
    public static RunRecord Spatial(string predictor, string set, int seed, SpatialFloorResult result)
    {
        ArgumentNullException.ThrowIfNull(set);
        string name = set.Replace("-", "", StringComparison.Ordinal);
        return Spatial(
            $"floor-spatial-{predictor}-{name.ToLowerInvariant()}",
            new JsonObject { ["task"] = "spatial", ["predictor"] = predictor, ["data"] = set },
            $"./workbench evaluate --predictor {predictor} --task spatial --data DIR/{name}", seed, result);
    }

    private static RunRecord Spatial(string name, JsonObject recipe, string command, int seed, SpatialFloorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var metrics = new Dictionary<string, double> { ["pointing %"] = Percent(result.Pointing.Accuracy) };
        if (result.CrossValidated is { } blind)
            metrics.Add("pointing cross-validated %", Percent(blind.Accuracy));
        if (result.Expected is { } expected)
            metrics.Add("pointing expected %", Percent(expected));
        if (result.Success is { } success)
            metrics.Add("success@0.3 %", Percent(success.Rate));
        if (result.CrossValidatedSuccess is { } blindSuccess)
            metrics.Add("success@0.3 cross-validated %", Percent(blindSuccess.Rate));
        if (result.Point is { } point)
        {
            metrics.Add("point x/width", Math.Round(point.X, 4));
            metrics.Add("point y/height", Math.Round(point.Y, 4));
        }

        if (result.Expected is not null)
            recipe.Add("seed", seed);
        return new()
        {
            Name = name,
            Recipe = recipe,
            Command = command + (result.Expected is null ? "" : $" --seed {seed}"),
            Metrics = metrics,
            Counts = new Dictionary<string, long>
            {
                ["frames"] = result.Pointing.Frames,
                ["hits"] = result.Pointing.Hits,
                ["degenerate"] = result.DegenerateFrames,
                ["videos"] = result.Videos,
            },
            Seeds = result.Expected is null ? [] : [seed],
            Note = result.CrossValidated is null ? null : "Fitted on the boxes it is scored on; the cross-validated values are fitted on other videos.",
        };
    }

    /// <summary>The record of a temporal floor.</summary>
    public static RunRecord Temporal(string set, string segments, BackgroundKnowledge knowledge, TemporalFloorResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string known = knowledge.ToString().ToLowerInvariant();
        return new()
        {
            Name = $"floor-temporal-uniform-{known}-{segments}",
            Recipe = new JsonObject { ["task"] = "temporal", ["predictor"] = "uniform-order", ["data"] = set, ["segments"] = segments, ["background"] = known },
            Command = $"./workbench evaluate --predictor uniform-order --task temporal --data DIR" + (segments == "srt" ? "" : $" --segments {segments}"),
            Metrics = new Dictionary<string, double>
            {
                ["IoU %"] = Percent(result.Tcfpn.Iou),
                ["IoD %"] = Percent(result.Tcfpn.Iod),
                ["IoU class sets %"] = Percent(result.ClassSets.Iou),
                ["IoD class sets %"] = Percent(result.ClassSets.Iod),
                ["frame accuracy %"] = Percent(result.FrameAccuracy),
            },
            Counts = new Dictionary<string, long> { ["videos"] = result.Videos, ["segments"] = result.Tcfpn.Parts, ["seconds"] = result.Seconds },
        };
    }

    /// <summary>The record of the spatio-temporal floor (<see cref="SpatioTemporalFloors"/>).</summary>
    public static RunRecord SpatioTemporal(string set, string boxes, (IReadOnlyDictionary<string, double> Metrics, IReadOnlyDictionary<string, long> Counts) result) => new()
    {
        Name = $"floor-spatiotemporal-uniform-{boxes}",
        Recipe = new JsonObject { ["task"] = SpatioTemporalTaskName, ["predictor"] = "uniform-order", ["data"] = set, ["segments"] = "seg", ["single actions"] = "ground_seg_3to20", ["boxes"] = boxes },
        Command = $"./workbench evaluate --predictor uniform-order --task {SpatioTemporalTaskName} --data DIR --boxes {boxes}",
        Metrics = result.Metrics.ToDictionary(m => m.Key, m => Math.Round(m.Value, 4), StringComparer.Ordinal),
        Counts = result.Counts,
    };

    /// <summary>The task's name on the command line and in run files.</summary>
    public const string SpatioTemporalTaskName = "spatio-temporal";

    private static double Percent(double share) => Math.Round(100 * share, 4);
}
