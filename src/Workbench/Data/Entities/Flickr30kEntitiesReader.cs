using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Workbench.Data.Entities;

/// <summary>
/// Reads Flickr30k Entities (Plummer et al. 2015): Sentences/ID.txt, a caption a line with its phrases as "[/EN#283585/people Two young men]"; Annotations/ID.xml with size and objects, each with one
/// or more names and a box from 1, or nobndbox or scene; train.txt, val.txt and test.txt, an ID a line. Boxes come out counted from 0, as in info-ground.
/// </summary>
public static class Flickr30kEntitiesReader
{
    private const string Mark = "[/EN#";

    /// <summary>The pictures of a split in the order of its list.</summary>
    /// <exception cref="DataFormatException">A file is missing or wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<EntityImage> Read(string folder, string split, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(split);
        options ??= new ReadOptions();
        string list = Path.Combine(folder, $"{split}.txt");
        if (!File.Exists(list))
            throw new DataFormatException(list, "the file", "a list of pictures, an ID a line, was expected; there is none");
        var images = new List<EntityImage>();
        foreach (string id in File.ReadLines(list).Select(l => l.Trim()).Where(l => l.Length > 0))
            options.Guard(() => images.Add(ReadImage(folder, id)));
        return images;
    }

    private static EntityImage ReadImage(string folder, string id)
    {
        string sentences = Path.Combine(folder, "Sentences", $"{id}.txt"), annotation = Path.Combine(folder, "Annotations", $"{id}.xml");
        foreach (string path in (string[])[sentences, annotation])
            if (!File.Exists(path))
                throw new DataFormatException(path, "the file", $"picture '{id}' is listed; there is none");
        (int width, int height, Dictionary<string, IReadOnlyList<Box>> boxes) = ReadAnnotation(annotation);
        EntitySentence[] read = [.. File.ReadLines(sentences).Index().Where(l => l.Item.Trim().Length > 0).Select(l => ParseSentence(l.Item, sentences, l.Index + 1))];
        return new EntityImage(id, width, height, read, boxes);
    }

    /// <summary>A caption with its mark-up.</summary>
    /// <param name="line">The caption.</param>
    /// <param name="path">For messages.</param>
    /// <param name="number">The line, from 1.</param>
    /// <exception cref="DataFormatException">A bracket that is not closed, or an entity without number.</exception>
    public static EntitySentence ParseSentence(string line, string path, int number)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = new List<string>();
        var phrases = new List<PhraseMention>();
        (string Id, string[] Types, int First)? open = null;
        foreach (string token in line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (open is null && token.StartsWith(Mark, StringComparison.Ordinal))
            {
                string[] parts = token[Mark.Length..].Split('/');
                if (parts[0].Length == 0 || !parts[0].All(char.IsAsciiDigit))
                    throw new DataFormatException(path, $"line {number}", $"a number of an entity was expected after '{Mark}', '{token}' is there");
                open = (parts[0], parts[1..], words.Count);
                continue;
            }

            bool closes = open is not null && token.EndsWith(']');
            words.Add(closes ? token[..^1] : token);
            if (!closes)
                continue;
            phrases.Add(new PhraseMention(open!.Value.Id, open.Value.Types, open.Value.First, string.Join(' ', words.Skip(open.Value.First))));
            open = null;
        }

        return open is null ? new EntitySentence(string.Join(' ', words), phrases) : throw new DataFormatException(path, $"line {number}", $"']' was expected after the phrase of entity {open.Value.Id}");
    }

    private static (int Width, int Height, Dictionary<string, IReadOnlyList<Box>> Boxes) ReadAnnotation(string path)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException error)
        {
            throw new DataFormatException(path, $"line {error.LineNumber}", "XML was expected: " + error.Message, error);
        }

        XElement size = Child(path, root, "size");
        var boxes = new Dictionary<string, List<Box>>(StringComparer.Ordinal);
        foreach (XElement item in root.Elements("object"))
        {
            if (item.Element("bndbox") is not { } corners)
                continue; // nobndbox or scene
            var box = new Box(Number(path, corners, "xmin") - 1, Number(path, corners, "ymin") - 1, Number(path, corners, "xmax") - 1, Number(path, corners, "ymax") - 1);
            if (box.Right < box.Left || box.Bottom < box.Top)
                throw Wrong(path, corners, "corners in order were expected");
            string[] names = [.. item.Elements("name").Select(n => n.Value.Trim())];
            if (names.Length == 0)
                throw Wrong(path, item, "a name was expected");
            foreach (string name in names)
                (boxes.TryGetValue(name, out List<Box>? list) ? list : boxes[name] = []).Add(box);
        }

        return (Number(path, size, "width"), Number(path, size, "height"), boxes.ToDictionary(b => b.Key, b => (IReadOnlyList<Box>)b.Value, StringComparer.Ordinal));
    }

    private static XElement Child(string path, XElement parent, string name) => parent.Element(name) ?? throw Wrong(path, parent, $"<{name}> was expected");

    private static int Number(string path, XElement parent, string name) =>
        int.TryParse(Child(path, parent, name).Value, CultureInfo.InvariantCulture, out int value) ? value : throw Wrong(path, parent, $"a whole number was expected in <{name}>");

    private static DataFormatException Wrong(string path, IXmlLineInfo place, string expectation) => new(path, $"line {place.LineNumber}", expectation);
}
