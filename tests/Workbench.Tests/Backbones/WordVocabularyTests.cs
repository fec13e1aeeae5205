using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Tests.Backbones;

public sealed class WordVocabularyTests
{
    private static readonly string[] s_words = ["crack", "egg", "the", "don't", "whisk", "Bowl", "mixture", "tomate_1", "über"];

    [Fact]
    public void Numpy_json_and_text_lists_give_the_same_words()
    {
        using var folder = new TemporaryFolder();
        string text = folder.File("words.txt");
        File.WriteAllText(text, "\uFEFF" + string.Join("\r\n", s_words) + "\n\n");
        Assert.Equal(s_words, WordVocabulary.Read(Fixtures.Find("s3d/dict.npy")).Words);
        Assert.Equal(s_words, WordVocabulary.Read(Fixtures.Find("s3d/dict.json")).Words);
        Assert.Equal(s_words, WordVocabulary.Read(text).Words);
    }

    [Fact]
    public void Sentences_are_cut_at_everything_but_letters_digits_underscores_and_apostrophes() =>
        Assert.Equal(["don't", "crack", "über", "tomate_1", "2", "egg's"], new WordVocabulary([]).Split("Don't CRACK (über-tomate_1): 2 egg's!"));

    [Fact]
    public void Unknown_words_are_dropped_before_the_slots_are_counted() =>
        Assert.Equal([1, 3], new WordVocabulary(s_words).Encode("please crack all of the eggs with the egg", 2));

    [Fact]
    public void Upper_case_is_looked_up_as_it_stands_where_lower_case_is_off()
    {
        Assert.Equal([], new WordVocabulary(s_words).Encode("Bowl", 5));
        Assert.Equal([6], new WordVocabulary(s_words, lowerCase: false).Encode("Bowl Egg", 5));
    }

    [Fact]
    public void Of_a_word_that_comes_twice_the_later_row_counts() => Assert.Equal([3], new WordVocabulary(["egg", "crack", "egg"]).Encode("egg", 5));

    [Theory]
    [InlineData("weights/array.npy", "one dimension of strings")]
    [InlineData("weights/object.npy", "one dimension of strings")]
    public void Arrays_of_numbers_and_of_pickled_objects_are_refused(string file, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => WordVocabulary.Read(Fixtures.Find(file))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_list_whose_size_lies_and_an_empty_one_are_refused()
    {
        using var folder = new TemporaryFolder();
        string cut = folder.File("cut.npy"), empty = folder.File("empty.json");
        File.WriteAllBytes(cut, File.ReadAllBytes(Fixtures.Find("s3d/dict.npy"))[..^4]);
        File.WriteAllText(empty, "[]");
        Assert.Contains("were announced", Assert.Throws<DataFormatException>(() => WordVocabulary.Read(cut)).Message, StringComparison.Ordinal);
        Assert.Contains("at least one word", Assert.Throws<DataFormatException>(() => WordVocabulary.Read(empty)).Message, StringComparison.Ordinal);
    }
}
