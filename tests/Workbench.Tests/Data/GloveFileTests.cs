using Workbench.Data;
using Workbench.Training.Moments;

namespace Workbench.Tests.Data;

public sealed class GloveFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private WordVectors Read(string text, params string[] words)
    {
        File.WriteAllText(_folder.File("glove.txt"), text);
        return GloveFile.Read(_folder.File("glove.txt"), words.Length > 0 ? words.ToHashSet() : null);
    }

    [Fact]
    public void A_line_is_a_word_and_its_vector_and_the_first_of_two_counts()
    {
        WordVectors vectors = Read("the 0.5 -1e-2\nand 1 2\nthe 7 7\n");
        Assert.Equal(("glove", 2, 2), (vectors.Name, vectors.Width, vectors.Count));
        Assert.Equal([0.5f, -0.01f], vectors.Find("the")!);
        Assert.Null(vectors.Find("missing"));
    }

    [Fact]
    public void Words_with_blanks_and_the_head_of_word2vec_are_understood()
    {
        WordVectors vectors = Read("2 3\nat 1 2 3\nat name@domain 4 5 6\n");
        Assert.Equal([4, 5, 6], vectors.Find("at name@domain")!);
        Assert.Equal(2, vectors.Count);
    }

    [Fact]
    public void Only_the_words_that_are_asked_for_are_kept()
    {
        WordVectors vectors = Read("a 1 1\nb 2 2\nc 3 3\n", "b", "z");
        Assert.Equal([2, 2], vectors.Find("b")!);
        Assert.Equal(1, vectors.Count);
    }

    [Fact]
    public void A_broken_line_is_named()
    {
        Assert.Contains("line 2, field 3", Assert.Throws<DataFormatException>(() => Read("a 1 1\nb 2 x\n")).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<DataFormatException>(() => Read("a 1 1\nb 2\n")).Message, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => Read(""));
    }

    [Fact]
    public void A_word_without_a_vector_is_zeros_in_a_vocabulary_and_one_unseen_in_training_is_the_unknown_word()
    {
        var vocabulary = new MomentVocabulary(["The cat, sat", "a cat."], WordSplit.WithoutPunctuation);
        Assert.Equal(["a", "cat", "sat", "the"], vocabulary.Words);
        Assert.Equal((8, 5L, 1L), (vocabulary.Count, vocabulary.PlaceOf("cat"), vocabulary.PlaceOf("dog")));
        float[] rows = vocabulary.Vectors(Read("cat 1 2\n"));
        Assert.Equal([1f, 2f], rows[10..12]);
        Assert.Equal(3, rows.Sum());
        Assert.Equal(["cat,", "sat."], MomentVocabulary.Cut("Cat,  sat.", WordSplit.Blanks));
    }
}
