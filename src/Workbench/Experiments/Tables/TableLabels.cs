namespace Workbench.Experiments.Tables;

/// <summary>Labels of lines that are ours, and reasons why others are not run.</summary>
public static class TableLabels
{
    /// <summary>The line that sees no video.</summary>
    public const string NoVideo = "no video: even splits, middle of the frame";

    /// <summary>The line that trains nothing.</summary>
    public const string Backbone = "backbone alone, nothing trained";

    public const string NoAudio = "not run: no audio model's weights (data/weights/davenet-tiny.safetensors or --audio-weights)";

    public const string Detector = "not yet: another group's detector";
}
