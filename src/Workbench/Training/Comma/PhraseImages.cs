using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.Entities;

namespace Workbench.Training.Comma;

/// <summary>
/// Captioned pictures with precomputed regions, for weakly supervised phrase grounding: which slots of a caption's words count, and the regions of a picture. Boxes and captions are never looked at
/// together in training.
/// </summary>
public sealed class PhraseImages
{
    private static readonly HashSet<string> s_function = new(
        "a an the some this that these those of in on at by to with and or is are be as for from next it its his her their there one two three many while into over under near behind front side"
            .Split(' '), StringComparer.Ordinal);

    private readonly FeatureStore _store;
    private readonly IBackbone _backbone;
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);

    /// <param name="images">The pictures.</param>
    /// <param name="store">Their regions: "local" [P, D] and "boxes" [P, 4], by picture.</param>
    /// <param name="backbone">Encodes captions.</param>
    /// <param name="most">Regions of a picture that are taken at most (info-ground: 30).</param>
    /// <exception cref="ArgumentException">No picture has regions.</exception>
    public PhraseImages(IReadOnlyList<EntityImage> images, FeatureStore store, IBackbone backbone, int most = 30)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(backbone);
        (_store, _backbone) = (store, backbone);
        Images = [.. images.Where(i => store.Contains(i.Id) && i.Sentences.Count > 0)];
        if (Images.Count == 0)
            throw new ArgumentException("No picture has both captions and regions.", nameof(images));
        Regions = (int)Math.Min(most, Images.Max(i => store.Shapes(i.Id)["boxes"][0]));
    }

    /// <summary>Pictures that have captions and regions.</summary>
    public IReadOnlyList<EntityImage> Images { get; }

    /// <summary>Regions of every picture: one with fewer repeats its own, which moves weight among equals and changes no rank.</summary>
    public int Regions { get; }

    /// <summary>True for words that carry meaning. The authors keep what a tagger calls noun or adjective; we leave out a short list of other words.</summary>
    public static bool IsContent(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
#pragma warning disable CA1308 // The list is lower case.
        return word.Any(char.IsLetter) && !s_function.Contains(word.ToLowerInvariant());
#pragma warning restore CA1308
    }

    /// <summary>The slots of each word of a caption, in order; words beyond the encoder's slots have none.</summary>
    public IReadOnlyList<(int First, int Count)> Slots(string caption, int slots)
    {
        ArgumentNullException.ThrowIfNull(caption);
        var result = new List<(int, int)>();
        int next = 0;
        foreach (string word in caption.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int count = Math.Max(0, Math.Min(Tokens(word), slots - next));
            result.Add((next, count));
            next += count;
        }

        return result;
    }

    /// <summary>Which of a caption's slots count, (K).</summary>
    public bool[] ContentMask(string caption, int slots)
    {
        var mask = new bool[slots];
        string[] words = caption.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach ((int word, (int first, int count)) in Slots(caption, slots).Index())
            if (IsContent(words[word]))
                Array.Fill(mask, true, first, count);
        if (!mask.Any(m => m))
            mask[0] = true;
        return mask;
    }

    /// <summary>The regions of a picture, (R, D), and their boxes.</summary>
    public (float[] Values, int Width, IReadOnlyList<Box> Boxes) Read(string id)
    {
        FeatureArray boxes = _store.Read(id, "boxes"), local = _store.Read(id, "local");
        int there = (int)boxes.Shape[0], width = (int)local.Shape[1];
        var values = new float[Regions * width];
        for (int r = 0; r < Regions; r++)
            local.Values.AsSpan(r % there * width, width).CopyTo(values.AsSpan(r * width));
        return (values, width, [.. Enumerable.Range(0, Regions).Select(r => boxes.Values.AsSpan(4 * (r % there), 4).ToArray()).Select(b => new Box(b[0], b[1], b[2], b[3]))]);
    }

    private int Tokens(string word)
    {
        if (_tokens.TryGetValue(word, out int known))
            return known;
        if (_backbone is S3dBackbone { Vocabulary: var vocabulary } && vocabulary.Encode(word, ClipBackbone.WordSlots).Length == 0)
            return _tokens[word] = 0;
        using TextFeatures text = _backbone.EncodeText([word]);
        return _tokens[word] = (int)text.Mask_BK.sum().item<long>();
    }
}
