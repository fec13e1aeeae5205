using Workbench.Backbones;

namespace Workbench.Tests.Backbones;

public sealed class ClipTokenizerTests
{
    private static readonly BytePairMerges s_small = new([("e", "g"), ("eg", "g</w>"), ("c", "r"), ("cr", "a"), ("cra", "c"), ("crac", "k</w>")]);

    [Fact]
    public void Ids_are_bytes_then_word_ends_then_merges_then_start_and_end()
    {
        var tokenizer = new ClipTokenizer(s_small, 8);
        Assert.Equal(512 + 6 + 2, tokenizer.VocabularySize);
        Assert.Equal([517, 513], tokenizer.Encode("Crack EGG"));
        Assert.Equal([0], tokenizer.Encode("!").Select(id => id - 256));
        Assert.Equal([518, 517, 513, 519, 0, 0, 0, 0], tokenizer.Tokenize("crack egg"));
    }

    [Fact]
    public void The_earliest_merge_goes_first_even_when_it_stands_further_right()
    {
        var tokenizer = new ClipTokenizer(new BytePairMerges([("b", "c</w>"), ("a", "b")]), 8);
        Assert.Equal([64, 512], tokenizer.Encode("abc"));
        Assert.Equal([513, 256 + 67], tokenizer.Encode("abd"));
    }

    [Fact]
    public void A_long_text_is_cut_and_ends_with_the_end_of_text()
    {
        var tokenizer = new ClipTokenizer(s_small, 4);
        Assert.Equal([518, 513, 513, 519], tokenizer.Tokenize("egg egg egg egg"));
        ArgumentException e = Assert.Throws<ArgumentException>(() => tokenizer.Tokenize("egg egg egg", truncate: false));
        Assert.Contains("3 tokens; 2 fit", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_is_start_and_end() => Assert.Equal([518, 519, 0, 0], new ClipTokenizer(s_small, 4).Tokenize(" \n "));

    [Theory]
    [InlineData("Don't  stir\t2 EGGS! ", "don't stir 2 eggs!")]
    [InlineData("salt &amp;amp; pepper", "salt & pepper")]
    [InlineData("don\u2019t \u201cstir\u201d", "don't \"stir\"")]
    [InlineData("ﬂour", "flour")]
    [InlineData("ＥＧＧ", "egg")]
    [InlineData("ΟΔΟΣ ΣΑ", "οδος σα")]
    public void Cleaning_straightens_quotes_entities_widths_and_blanks(string text, string expected) =>
        Assert.Equal(expected, ClipTextCleaner.Clean(text));

    [Fact]
    public void Pieces_are_contractions_letter_runs_single_digits_and_other_runs()
    {
        Assert.Equal(["we", "'ll", "add", "1", "2", "egg", "'s", "...", "x", "²", "½"], ClipWordSplitter.Split("we'll add 12 egg's ... x²½"));
        Assert.Equal(["<|startoftext|>", "a", "<|", "b"], ClipWordSplitter.Split("<|startoftext|>a<|b"));
        Assert.Equal(["𝐀b", "🥚🥚!"], ClipWordSplitter.Split("𝐀b 🥚🥚!"));
    }

    [Fact]
    public void Decoding_gives_the_cleaned_text_back()
    {
        var tokenizer = new ClipTokenizer(s_small, 16);
        Assert.Equal("crack egg é ", tokenizer.Decode(tokenizer.Encode("Crack  egg é")));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([tokenizer.VocabularySize]));
    }

    [Fact]
    public void A_merge_of_unknown_symbols_is_named()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new ClipTokenizer(new BytePairMerges([("a", "b"), ("abc", "d")])));
        Assert.Contains("Merge 1 (\"abc d\")", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learnt_merges_make_one_token_of_each_frequent_word()
    {
        string[] texts = [.. Enumerable.Repeat("crack the egg into the bowl", 5), "zebra"];
        BytePairMerges merges = BytePairLearner.Learn(texts, 100);
        var tokenizer = new ClipTokenizer(BytePairMerges.Parse(merges.ToString()), 32);
        Assert.Equal(6, tokenizer.Encode(texts[0]).Length);
        Assert.Equal(5, tokenizer.Encode("zebra").Length);
        Assert.Equal(merges.Pairs, BytePairLearner.Learn(texts, 100).Pairs);
    }

    [Fact]
    public void A_merges_file_that_ends_early_is_refused_with_its_counts()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "header\na b\nc d\n");
        try
        {
            Assert.Equal([("a", "b")], BytePairMerges.Read(path, 1).Pairs);
            Assert.Contains("expected 3 merges, found 2", Assert.Throws<Workbench.Data.DataFormatException>(() => BytePairMerges.Read(path, 3)).Message, StringComparison.Ordinal);
            File.WriteAllText(path, "header\na b\nabc\n");
            Assert.Contains("line 3", Assert.Throws<Workbench.Data.DataFormatException>(() => BytePairMerges.Read(path, 3)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
