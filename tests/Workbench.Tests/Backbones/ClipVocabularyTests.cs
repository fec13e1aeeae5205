using System.Text.Json;
using Workbench.Backbones;

namespace Workbench.Tests.Backbones;

/// <summary>The tokenizer on CLIP's own merges, which are read where they lie.</summary>
public sealed class ClipVocabularyTests
{
    private const string Merges = "CLIP/bpe_simple_vocab_16e6.txt.gz";
    private static readonly Lazy<ClipTokenizer> s_clip = new(() => ClipTokenizer.FromFile(PublicData.Find(Merges)));

    [PublicDataTheory(Merges)]
    [InlineData("crack egg", 10334, 5911)]
    [InlineData("add salt", 3536, 6611)]
    [InlineData("pour egg whites", 8180, 5911, 18835)]
    [InlineData("whisk mixture", 6024, 330, 28286)]
    [InlineData("spread margarine on two slices of white bread", 5284, 16838, 715, 525, 1237, 28424, 539, 1579, 5066)]
    [InlineData("don't stir 2 eggs!", 847, 713, 19564, 273, 7099, 256)]
    public void Labels_have_the_ids_that_clip_gives_them(string text, params int[] expected)
    {
        Assert.Equal(expected, s_clip.Value.Encode(text));
        Assert.Equal([49406, .. expected.Select(i => (long)i), 49407], s_clip.Value.Tokenize(text)[..(expected.Length + 2)]);
    }

    [PublicDataFact(Merges)]
    public void The_vocabulary_and_context_are_clips()
    {
        Assert.Equal(49_408, s_clip.Value.VocabularySize);
        Assert.Equal(77, s_clip.Value.Tokenize("x").Length);
    }

    [PublicDataFact(Merges)]
    public void Odd_texts_have_the_ids_of_an_independent_implementation()
    {
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("clip/tokenizer.json")));
        Assert.Equal(67, cases.RootElement.GetArrayLength());
        foreach (JsonElement each in cases.RootElement.EnumerateArray())
        {
            string text = each.GetProperty("text").GetString()!;
            int[] expected = [.. each.GetProperty("ids").EnumerateArray().Select(i => i.GetInt32())];
            Assert.True(expected.SequenceEqual(s_clip.Value.Encode(text)),
                $"\"{text}\": expected [{string.Join(", ", expected)}], got [{string.Join(", ", s_clip.Value.Encode(text))}]");
        }
    }
}
