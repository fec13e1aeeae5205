namespace Workbench.Models.Moments;

/// <summary>
/// Shapes and switches of LGI (Mun et al., CVPR 2020; bibliography key mun2020lgi). Defaults: Charades-STA. Sources: the released configurations,
/// src/experiment/options/*/tgn_lgi/LGI.yml.
/// </summary>
public sealed record LgiConfig
{
    /// <summary>Width of a segment's feature; 0: the data's. Charades-STA on fine-tuned I3D 1,024, ActivityNet on C3D 500.</summary>
    public long VideoWidth { get; init; }

    /// <summary>Words of the vocabulary, the four signs included; 0: the data's.</summary>
    public long Vocabulary { get; init; }

    /// <summary>Width of a word's vector, learnt from scratch in the released configurations. 0: the data's, for vectors that are given.</summary>
    public long WordWidth { get; init; } = 300;

    /// <summary>
    /// Words that a sentence is cut to (Charades-STA 10, ActivityNet 25).
    /// </summary>
    public int MaximumWords { get; init; } = 10;

    /// <summary>Start the word vectors from those given (GloVe), out-of-vocabulary words at 0. Released configurations: no; Sscs section 3.2 says GloVe.</summary>
    public bool StartFromWordVectors { get; init; }

    /// <summary>T, segments of a video.</summary>
    public int Segments { get; init; } = 128;

    /// <summary>D, the width of segments, words, sentences and phrases.</summary>
    public long Width { get; init; } = 512;

    /// <summary>Layers of the words' bidirectional LSTM; each direction has half the width.</summary>
    public int TextLayers { get; init; } = 2;

    /// <summary>Dropout between the LSTM's layers, and behind the embeddings of segments and places.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>Add a learnt vector for a segment's place.</summary>
    public bool UsePosition { get; init; } = true;

    /// <summary>Semantic phrases that a sentence is read as (Charades-STA 3, ActivityNet 5); 1: the sentence itself.</summary>
    public int Phrases { get; init; } = 3;

    /// <summary>Hidden width of the additive attentions.</summary>
    public long AttentionWidth { get; init; } = 256;

    /// <summary>Segments under a kernel of the local context.</summary>
    public int LocalKernel { get; init; } = 15;

    /// <summary>Non-local blocks of the global context (Charades-STA 2, ActivityNet 1).</summary>
    public int GlobalBlocks { get; init; } = 2;

    /// <summary>Their heads (Charades-STA 4, ActivityNet 1).</summary>
    public int GlobalHeads { get; init; } = 4;

    public LocationBound Bound { get; init; } = LocationBound.ReLU;

    /// <summary>λ of the distinct query attention: the overlap that two phrases may have (Charades-STA 0.3, ActivityNet 0.2).</summary>
    public double PhraseOverlap { get; init; } = 0.3;

    /// <summary>Weight of the temporal attention guidance.</summary>
    public double GuidanceWeight { get; init; } = 1;

    /// <summary>Weight of the distinct query attention.</summary>
    public double DistinctWeight { get; init; } = 1;

    /// <summary>Charades-STA on fine-tuned I3D.</summary>
    public static LgiConfig Charades { get; } = new() { VideoWidth = 1024 };

    /// <summary>ActivityNet-Captions on C3D.</summary>
    public static LgiConfig ActivityNet { get; } = new()
    {
        VideoWidth = 500,
        MaximumWords = 25,
        Phrases = 5,
        GlobalBlocks = 1,
        GlobalHeads = 1,
        Bound = LocationBound.Sigmoid,
        PhraseOverlap = 0.2,
    };

    /// <exception cref="ArgumentException">Values that no model can be made of.</exception>
    public void Check()
    {
        if (VideoWidth < 1 || Vocabulary < 1 || WordWidth < 1 || Width < 2 || Width % 2 != 0 || Width % GlobalHeads != 0)
            throw new ArgumentException($"LGI: widths of at least 1 were expected, and one that {GlobalHeads} heads and 2 directions divide; got video {VideoWidth}, vocabulary {Vocabulary}, words {WordWidth}, {Width}.");
        if (Phrases < 1 || Segments < 1 || LocalKernel % 2 == 0 || GlobalBlocks < 1 || TextLayers < 1)
            throw new ArgumentException($"LGI: at least one phrase, segment, block and layer and an odd kernel were expected, got {Phrases}, {Segments}, {GlobalBlocks}, {TextLayers}, kernel {LocalKernel}.");
    }
}
