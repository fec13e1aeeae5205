using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.Entities;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;

namespace Workbench.Experiments.Comma;

/// <summary>
/// What CoMMA's Tables 3 and 4 need beside the narrated videos: DIR/YouCook2BB with its annotations, classes, sentences and proposals, and DIR/Flickr30kEntities with sentences, annotations, lists of
/// splits and regions_SPLIT.tsv. The embedded benchmark's are written where they are missing.
/// </summary>
/// <param name="Root">DIR.</param>
/// <param name="Embedded">How many stills the embedded set has; null for real data, where nothing is written.</param>
public sealed record CommaData(string Root, (int Train, int Test)? Embedded)
{
    /// <summary>Objects of YouCook2-BB's validation split.</summary>
    public sealed record ObjectData(IReadOnlyList<ObjectVideo> Videos, ObjectClasses Classes, ProposalFile Train, ProposalFile Test) : IDisposable
    {
        public void Dispose()
        {
            Train.Dispose();
            Test.Dispose();
        }
    }

    /// <summary>Pictures of Flickr30k Entities with their regions.</summary>
    public sealed record PhraseData(PhraseSplit Train, PhraseSplit Test) : IDisposable
    {
        public void Dispose()
        {
            Train.Store.Dispose();
            Test.Store.Dispose();
        }
    }

    /// <summary>One split.</summary>
    public sealed record PhraseSplit(IReadOnlyList<EntityImage> Images, FeatureStore Store);

    private string Objects => Path.Combine(Root, "YouCook2BB");

    /// <summary>YouCook2-BB, validation.</summary>
    /// <param name="inputs">The embedded benchmark's annotations, for its own files.</param>
    /// <exception cref="DataFormatException">Files are missing or wrong.</exception>
    public ObjectData OpenObjects(ExperimentInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (Embedded is not null) // Written anew: a larger profile has more videos.
            YouCook2BBFiles.Write(Objects, inputs.SpatioTemporal, KitchenTruth.Read(Path.Combine(Root, "truth.json")));
        GroundingSet sentences = YouCook2Reader.Read(Path.Combine(Objects, YouCook2Reader.FileName));
        IReadOnlyList<ObjectVideo> videos = YouCook2BBReader.Read(Path.Combine(Objects, YouCook2BBReader.FileOf("val")), sentences);
        ProposalFile train = ProposalFile.Open(Path.Combine(Objects, YouCook2BBFiles.TrainProposals));
        try
        {
            return new ObjectData(
                [.. videos.Where(v => inputs.Testing.Contains(v.Id))], ObjectClasses.Read(Path.Combine(Objects, YouCook2BBReader.ClassFile)), train, ProposalFile.Open(Path.Combine(Objects, YouCook2BBFiles.TestProposals)));
        }
        catch
        {
            train.Dispose();
            throw;
        }
    }

    /// <summary>Flickr30k Entities, train and test, with the regions of a backbone. A region file is turned once into a store, so that pictures are read one by one.</summary>
    /// <param name="backbone">Encodes the embedded stills; its name tells their region files apart.</param>
    /// <param name="cache">Where stores go.</param>
    /// <param name="progress">Told the pictures drawn.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="DataFormatException">Files are missing or wrong.</exception>
    public PhraseData OpenPhrases(IBackbone backbone, string cache, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        string folder = Path.Combine(Root, Embedded is { } counts ? $"Flickr30kEntities-{counts.Train}-{counts.Test}" : "Flickr30kEntities");
        if (Embedded is { } sizes)
            EmbeddedPhrases.Write(folder, backbone, sizes.Train, sizes.Test, progress, cancellation);
        string Features(string split) => Path.Combine(folder, Embedded is null ? $"regions_{split}.tsv" : EmbeddedPhrases.RegionsOf(backbone, split));
        PhraseSplit train = Open("train");
        try
        {
            return new PhraseData(train, Open("test"));
        }
        catch
        {
            train.Store.Dispose();
            throw;
        }

        PhraseSplit Open(string split) => new(
            Flickr30kEntitiesReader.Read(folder, split), RegionStore.Open(Features(split), Path.Combine(cache, Path.GetFileName(folder), Path.GetFileNameWithoutExtension(Features(split))), cancellation));
    }
}
