using Workbench.Data;

namespace Workbench.Backbones.Pretraining;

/// <summary>Weights of a <see cref="DavenetTextModel"/> with its vocabulary. <see cref="DavenetEncoder"/> takes the DAVEnet out of the same file.</summary>
public static class DavenetTextWeights
{
    /// <summary>Metadata key: the vocabulary, a word a line.</summary>
    public const string WordsKey = "davenet.words";

    private const string Prefix = "DAVEnet.", Embedding = "text_module.word_embd.weight", First = "text_module.fc1.weight", Head = "fc.weight";

    /// <summary>Makes the model that a file holds.</summary>
    /// <exception cref="DataFormatException">Entries are missing, unknown or of another shape, or the file holds no DAVEnet with a text tower and its words.</exception>
    public static (DavenetTextModel Model, WordVocabulary Vocabulary) Load(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        DavenetConfig config = DavenetWeights.ReadConfig(file, Prefix);
        long[] words = ShapeOf(Embedding), first = ShapeOf(First), head = ShapeOf(Head);
        if (!file.Metadata.TryGetValue(WordsKey, out string? text))
            throw new DataFormatException(path, $"metadata '{WordsKey}'", "the words of the text tower were expected, there are none");
        var vocabulary = new WordVocabulary(text.Split('\n'));
        if (words[0] != vocabulary.Words.Count + 1)
            throw new DataFormatException(path, $"'{Embedding}'", $"a row for padding and one for each of {vocabulary.Words.Count} words was expected, found {words[0]}");
        var model = new DavenetTextModel(config, (int)words[0], (int)words[1], (int)first[0], (int)head[0]);
        try
        {
            Fill(model, file);
            return (model, vocabulary);
        }
        catch
        {
            model.Dispose();
            throw;
        }

        long[] ShapeOf(string name)
        {
            if (!file.Entries.TryGetValue(name, out TensorEntry? entry))
                throw new DataFormatException(path, $"'{name}'", "missing: not a DAVEnet with a text tower");
            return entry.Shape.Length == 2
                ? entry.Shape
                : throw new DataFormatException(path, $"'{name}'", $"expected 2 dimensions, found {NamedWeights.Shape(entry.Shape)}");
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="path">The file; written under a temporary name and moved into place.</param>
    /// <param name="model">Its parameters and running statistics are stored.</param>
    /// <param name="metadata">Name, words, recipe.</param>
    /// <param name="half">True: matrices in half precision.</param>
    public static void Save(string path, DavenetTextModel model, IReadOnlyDictionary<string, string> metadata, bool half = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsWriter.Write(path, [.. NamedWeights.Of(model).Select(p => NamedWeights.ToArray(p.Key, p.Value, half && p.Value.dim() > 1))], metadata.ToDictionary());
    }

    /// <summary>Copies a file's weights into a model of the same sizes.</summary>
    internal static void Fill(DavenetTextModel model, ITensorFile file) =>
        NamedWeights.Fill(NamedWeights.Of(model), file, n => n.EndsWith(".num_batches_tracked", StringComparison.Ordinal));
}
