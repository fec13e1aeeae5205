using Workbench.Data;
using Workbench.Data.Entities;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;

namespace Workbench.Tests.Data.Entities;

public class EntityFilesTests
{
    [Fact]
    public void Captions_and_boxes_of_the_public_format_are_read()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("Sentences"));
        Directory.CreateDirectory(folder.File("Annotations"));
        File.WriteAllText(folder.File("test.txt"), "36979\n\n");
        File.WriteAllText(Path.Combine(folder.File("Sentences"), "36979.txt"), "[/EN#1/people A group] stands around [/EN#2/clothing/other black shirts] .\n");
        File.WriteAllText(Path.Combine(folder.File("Annotations"), "36979.xml"),
            "<annotation><filename>36979.jpg</filename><size><width>500</width><height>375</height><depth>3</depth></size>"
            + "<object><name>1</name><name>3</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>40</xmax><ymax>50</ymax></bndbox></object>"
            + "<object><name>1</name><bndbox><xmin>60</xmin><ymin>2</ymin><xmax>90</xmax><ymax>50</ymax></bndbox></object>"
            + "<object><name>2</name><scene>0</scene><nobndbox>1</nobndbox></object></annotation>");
        EntityImage image = Flickr30kEntitiesReader.Read(folder.Path, "test").Single();
        Assert.Equal(("36979", 500, 375), (image.Id, image.Width, image.Height));
        EntitySentence sentence = image.Sentences.Single();
        Assert.Equal("A group stands around black shirts .", sentence.Text);
        Assert.Equal([("1", 0, "A group"), ("2", 4, "black shirts")], sentence.Phrases.Select(p => (p.Id, p.FirstWord, p.Text)));
        Assert.Equal(["clothing", "other"], sentence.Phrases[1].Types);
        Assert.Equal([new Box(0, 1, 39, 49), new Box(59, 1, 89, 49)], image.Boxes["1"]);
        Assert.Equal([new Box(0, 1, 39, 49)], image.Boxes["3"]);
        Assert.DoesNotContain("2", image.Boxes.Keys);

        File.WriteAllText(Path.Combine(folder.File("Sentences"), "36979.txt"), "[/EN#1/people A group stands\n");
        var error = Assert.Throws<DataFormatException>(() => Flickr30kEntitiesReader.Read(folder.Path, "test"));
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
        var problems = new List<DataProblem>();
        Assert.Empty(Flickr30kEntitiesReader.Read(folder.Path, "test", new ReadOptions { SkipBad = true, OnProblem = problems.Add }));
        Assert.Single(problems);
        Assert.Throws<DataFormatException>(() => Flickr30kEntitiesReader.Read(folder.Path, "val"));
    }

    [Fact]
    public void Region_features_come_back_as_they_were_written_and_broken_lines_are_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("regions.tsv");
        var image = new ImageRegions("7", 320, 240, [new Box(0, 1, 2, 3), new Box(4.5, 5, 6, 7)], [1, 2, 3, -4, 5.5f, 6]);
        RegionTsv.Write(path, [image]);
        ImageRegions read = RegionTsv.Read(path).Single();
        Assert.Equal((image.Id, image.Width, image.Height, 3), (read.Id, read.Width, read.Height, read.FeatureWidth));
        Assert.Equal(image.Boxes, read.Boxes);
        Assert.Equal(image.Features, read.Features);
        using (FeatureStore store = RegionStore.Open(path, folder.File("store")))
            Assert.Equal(image.Features, store.Read("7", "local").Values);
        using (FeatureStore again = RegionStore.Open(path, folder.File("store")))
            Assert.Equal([2, 4], again.Read("7", "boxes").Shape);
        File.AppendAllText(path, "8\t320\t240\t2\tAAAA\t!\n");
        Assert.Contains("line 2", Assert.Throws<DataFormatException>(() => RegionTsv.Read(path).ToList()).Message, StringComparison.Ordinal);
        Assert.Single(RegionTsv.Read(path, new ReadOptions { SkipBad = true }));
    }

    [Fact]
    public void Drawn_stills_are_the_same_each_time_and_come_back_from_their_files()
    {
        using var folder = new TemporaryFolder();
        using var sampler = new EntitySampler(5);
        EntityStill[] stills = [.. Enumerable.Range(0, 6).Select(sampler.Draw)];
        Assert.Equal(stills[3].Rgb, sampler.Draw(3).Rgb);
        Flickr30kEntitiesFiles.Write(folder.Path, "train", stills);
        IReadOnlyList<EntityImage> read = Flickr30kEntitiesReader.Read(folder.Path, "train");
        Assert.Equal(stills.Select(s => s.Image.Id), read.Select(i => i.Id));
        foreach ((EntityStill still, EntityImage image) in stills.Zip(read))
        {
            Assert.Equal(EntitySampler.Captions, image.Sentences.Count);
            Assert.Equal(still.Image.Sentences.Select(s => s.Text), image.Sentences.Select(s => s.Text));
            Assert.Equal(still.Image.Boxes.OrderBy(b => b.Key).SelectMany(b => b.Value), image.Boxes.OrderBy(b => b.Key).SelectMany(b => b.Value));
            Assert.Equal(YouCook2BBFiles.ProposalsAFrame, still.Proposals.Count);
            // What a caption names is there or has no box, and some proposal is near each box.
            Assert.All(image.Sentences.SelectMany(s => s.Phrases), p => Assert.True(image.Boxes.ContainsKey(p.Id) || still.WithoutBox.Contains(p.Id)));
            if (image.Boxes.Values.Sum(b => b.Count) <= YouCook2BBFiles.ProposalsAFrame / 2)
                Assert.All(image.Boxes.Values.SelectMany(b => b).Where(b => b is { Width: > 6, Height: > 6 }), b => Assert.True(still.Proposals.Max(p => p.IoU(b)) > 0.4));
        }
    }
}
