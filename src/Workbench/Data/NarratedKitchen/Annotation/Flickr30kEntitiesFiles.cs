using System.Xml.Linq;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Writes drawn stills in the files of Flickr30k Entities: Sentences/, Annotations/ and the list of a split.</summary>
public static class Flickr30kEntitiesFiles
{
    /// <param name="folder">Where to.</param>
    /// <param name="split">"train", "val" or "test".</param>
    /// <param name="stills">The pictures. The list is written last.</param>
    public static void Write(string folder, string split, IEnumerable<EntityStill> stills)
    {
        ArgumentNullException.ThrowIfNull(stills);
        var ids = new List<string>();
        foreach (EntityStill still in stills)
        {
            AtomicFile.WriteText(Path.Combine(folder, "Sentences", $"{still.Image.Id}.txt"), string.Concat(still.MarkedSentences.Select(s => s + "\n")));
            AtomicFile.WriteText(Path.Combine(folder, "Annotations", $"{still.Image.Id}.xml"), Annotation(still).ToString() + "\n");
            ids.Add(still.Image.Id);
        }

        AtomicFile.WriteText(Path.Combine(folder, $"{split}.txt"), string.Concat(ids.Select(id => id + "\n")));
    }

    private static XElement Annotation(EntityStill still) => new(
        "annotation",
        new XElement("filename", $"{still.Image.Id}.jpg"),
        new XElement("size", new XElement("width", still.Image.Width), new XElement("height", still.Image.Height), new XElement("depth", 3)),
        still.Image.Boxes.SelectMany(e => e.Value.Select(box => new XElement("object", new XElement("name", e.Key), new XElement(
            "bndbox", new XElement("xmin", box.Left + 1), new XElement("ymin", box.Top + 1), new XElement("xmax", box.Right + 1), new XElement("ymax", box.Bottom + 1))))),
        still.WithoutBox.Select(id => new XElement("object", new XElement("name", id), new XElement("scene", 0), new XElement("nobndbox", 1))));
}
