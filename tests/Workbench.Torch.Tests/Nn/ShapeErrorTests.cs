using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbench.Torch.Tests.Nn;

public class ShapeErrorTests
{
    [Fact]
    public void Each_wrong_input_is_named_with_its_shape_and_the_one_expected()
    {
        using var scope = NewDisposeScope();
        Says<ArgumentException>("BatchNorm1d takes (N, C) or (N, C, L), not [1, 2, 3, 4]", () => BatchNorm1d(2).call(zeros(1, 2, 3, 4)));
        Says<ArgumentException>("Conv2d takes 3 channels and 2 spatial dimensions", () => Conv2d(3, 4, 3).call(zeros(1, 4, 5, 5)));
        Says<ArgumentException>("LSTM takes (L, N, 3) or (L, 3), not [5, 2, 4]", () => LSTM(3, 4).call(zeros(5, 2, 4)));
        Says<ArgumentException>("The query must be (L, N, 6) or (L, 6), not [4, 2, 5]",
            () => MultiheadAttention(6, 2).call(zeros(4, 2, 5), zeros(3, 2, 6), zeros(3, 2, 6)));
        Says<ArgumentException>("The key padding mask must be [2, 3], not [3, 2]",
            () => MultiheadAttention(6, 2).call(zeros(4, 2, 6), zeros(3, 2, 6), zeros(3, 2, 6), zeros(3, 2, dtype: ScalarType.Bool)));
        Says<ArgumentException>("The mode Bilinear does not fit an input [1, 2, 3]",
            () => functional.interpolate(zeros(1, 2, 3), [6], mode: InterpolationMode.Bilinear));
        Says<ArgumentException>("Give either size or scale_factor", () => functional.interpolate(zeros(1, 2, 3)));
        Says<ArgumentException>("The lengths must fall", () => utils.rnn.pack_padded_sequence(zeros(4, 2, 1), tensor(new[] { 2L, 4L })));
    }

    [Fact]
    public void Libtorch_s_own_words_come_through()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<TorchException>(() => Linear(4, 3).call(zeros(2, 5)));
        Assert.Contains("2x5", error.Message, StringComparison.Ordinal);
        Assert.Throws<TorchIndexException>(() => Embedding(4, 3).call(tensor(new[] { 4L })));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused_at_once()
    {
        Says<ArgumentException>("cannot be split over 4 heads", () => MultiheadAttention(6, 4));
        Says<ArgumentException>("cannot be split into 3 groups", () => GroupNorm(3, 4));
        Says<ArgumentException>("cannot be split into 2 groups", () => Conv1d(3, 4, 1, groups: 2));
        Says<ArgumentException>("'same' needs stride 1", () => Conv1d(2, 4, 3, Padding.Same, stride: 2));
        Says<ArgumentOutOfRangeException>("[0, 1]", () => Dropout(1.5).call(zeros(1)));
        Says<ArgumentOutOfRangeException>("within the 4 embeddings", () => Embedding(4, 2, padding_idx: 4));
    }

    private static void Says<T>(string words, Action action) where T : Exception =>
        Assert.Contains(words, Assert.Throws<T>(action).Message, StringComparison.Ordinal);
}
