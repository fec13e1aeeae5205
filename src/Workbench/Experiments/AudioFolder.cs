using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>The sound of an experiment's videos: encoded where it is not yet, opened.</summary>
public static class AudioFolder
{
    /// <summary>The same inputs with sound beside. Videos without a track are silent, not left out; narrated videos whose sound cannot be read are left out with a note.</summary>
    /// <param name="inputs">With the files of its videos.</param>
    /// <param name="features">Where features of sound are or go; a folder for each encoder is made in it.</param>
    /// <param name="encoder">Who encodes.</param>
    /// <param name="progress">Videos encoded.</param>
    /// <param name="cancellation">Finished videos stay.</param>
    /// <exception cref="DataFormatException">The sound of a test video cannot be read.</exception>
    public static ExperimentInputs AddAudio(ExperimentInputs inputs, string features, DavenetEncoder encoder, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(encoder);
        string home = Path.Combine(features, encoder.Name), train = Path.Combine(home, "train"), test = Path.Combine(home, "test");
        AudioExtractionResult narrated = AudioExtractor.Run(Files(inputs.Training), train, encoder, progress, cancellation);
        AudioExtractionResult tested = AudioExtractor.Run(Files(inputs.Testing), test, encoder, progress, cancellation);
        if (tested.Broken.Count > 0)
            throw new DataFormatException(tested.Broken[0].Video, $"sound of {tested.Broken.Count} test videos", tested.Broken[0].Reason);
        return inputs with
        {
            TrainingAudio = FeatureStore.Open(train, encoder.Name),
            TestingAudio = FeatureStore.Open(test, encoder.Name),
            Notes = narrated.Broken.Count == 0 ? inputs.Notes
                : [.. inputs.Notes, $"the sound of {narrated.Broken.Count} narrated videos cannot be read, and training with sound leaves them out; the first is '{narrated.Broken[0].Video}': {narrated.Broken[0].Reason}"],
        };

        (string Id, string Path)[] Files(FeatureStore store) => [.. store.Videos.Where(inputs.Files.ContainsKey).Order(StringComparer.Ordinal).Select(v => (v, inputs.Files[v]))];
    }
}
