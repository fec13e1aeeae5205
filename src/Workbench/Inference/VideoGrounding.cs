using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Inference;

/// <summary>Grounds sentences in a video file: decodes it at one frame a second, encodes it, asks.</summary>
public static class VideoGrounding
{
    /// <param name="grounder">Model and how it is asked.</param>
    /// <param name="backbone">The grounder's backbone.</param>
    /// <param name="path">A video of any length.</param>
    /// <param name="sentences">What to find.</param>
    /// <param name="progress">Told the frames encoded.</param>
    /// <param name="cancellation">Stops between two batches of frames.</param>
    /// <exception cref="DataFormatException">The video cannot be decoded.</exception>
    public static GroundedVideo Ground(
        Grounder grounder, IBackbone backbone, string path, IReadOnlyList<string> sentences, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(backbone);
        string store = Directory.CreateTempSubdirectory("workbench-ground-").FullName, id = Path.GetFileNameWithoutExtension(path);
        try
        {
            ExtractionResult extracted = FeatureExtractor.Run([(id, path)], store, backbone, null, progress, cancellation);
            if (extracted.Broken.Count > 0)
                throw new DataFormatException(path, "video", extracted.Broken[0].Reason);
            using FeatureStore features = FeatureStore.Open(store, backbone.Name);
            using VideoFeatures video = VideoFeatures.Read(features, id);
            return grounder.Ground(video, sentences);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }
}
