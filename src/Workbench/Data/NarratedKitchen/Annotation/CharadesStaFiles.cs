using System.Text;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Writes a split's actions as Charades-STA sentences ("VIDEO 24.3 30.4##person cuts a tomato.") with the table of lengths. The folder's videos are the test videos; those of the
/// training split are HowTo100M's.
/// </summary>
internal static class CharadesStaFiles
{
    public static void Write(string folder, IReadOnlyList<AnnotatedVideo> videos, string split = "test")
    {
        var sentences = new StringBuilder();
        var lengths = new StringBuilder("id,subject,scene,quality,relevance,verified,script,objects,descriptions,actions,length\n");
        foreach (AnnotatedVideo video in videos)
        {
            var random = new StableRandom(StableRandom.Combine(video.Script.Seed, 3));
            foreach (AnnotatedSegment s in video.Segments)
            {
                foreach (string sentence in Sentences(random, s.Action))
                    sentences.Append($"{video.Script.Id} {s.From:0.0} {s.To:0.0}##{sentence}.\n");
            }
            string objects = string.Join(';', video.Script.Takes.Select(t => t.Action.ObjectWord).Distinct());
            lengths.Append($"{video.Script.Id},,Kitchen,7,7,Yes,,{objects},,,{video.Script.Seconds:0.00}\n");
        }
        AtomicFile.WriteText(Path.Combine(folder, $"charades_sta_{split}.txt"), sentences.ToString());
        AtomicFile.WriteText(Path.Combine(folder, $"Charades_v1_{split}.csv"), lengths.ToString());
        VideosPointer.Write(folder);
    }

    private static IEnumerable<string> Sentences(StableRandom random, KitchenAction action)
    {
        ActionWords words = ActionWords.Of(action);
        yield return $"person {words.Third} the {words.Object}";
        if (random.Chance(0.5))
            yield return $"a person is {words.Ing} the {words.Object} {words.How}";
    }
}
