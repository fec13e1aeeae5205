using TorchSharp;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Tests.Transport;

[Trait("device", "any")]
public class FrameSelectorTests
{
    /// <summary>6 frames of width 4; frames 1 and 4 show word 0, frame 3 shows word 1, the rest shows nothing that is said.</summary>
    private static SelectionInput Input()
    {
        Tensor axes = eye(4);
        Tensor nothing = axes[3], one = axes[0], two = axes[1];
        Tensor frames = stack([nothing, one, nothing, two, one * 0.9 + nothing * 0.4, nothing]).unsqueeze(0);
        Tensor regions = stack([frames, axes[2].expand_as(frames) * 0.01], 2);
        Tensor words = stack([one, two, axes[3]]).unsqueeze(0);
        return new SelectionInput(frames, regions, (one + two).unsqueeze(0), words, tensor(new[] { true, true, false }, 1, 3));
    }

    private static long[] Choose(FrameSelection selection)
    {
        using var scope = NewDisposeScope();
        return new FrameSelector(selection).Select(Input()).cpu().data<long>().ToArray();
    }

    [Fact]
    public void The_transport_chooses_the_frames_that_show_what_is_said()
    {
        Assert.Equal([1, 3, 4], Choose(new FrameSelection { Frames = 3 }).Order());
    }

    [Theory]
    [InlineData(SelectionVideo.Local)]
    [InlineData(SelectionVideo.Both)]
    public void Regions_choose_the_same_frames_as_frames_where_they_agree(SelectionVideo video)
    {
        Assert.Equal([1, 3, 4], Choose(new FrameSelection { Frames = 3, Video = video, Sinkhorn = false }).Order());
    }

    [Fact]
    public void Padding_words_count_only_when_the_switch_says_so()
    {
        // Word 2 is padding and looks like the empty frames.
        Assert.DoesNotContain(0L, Choose(new FrameSelection { Frames = 3, Sinkhorn = false }));
        Assert.Contains(0L, Choose(new FrameSelection { Frames = 4, Sinkhorn = false, PaddingWords = true }));
    }

    [Fact]
    public void Word_argmax_names_the_best_frame_of_each_word_in_word_order()
    {
        Assert.Equal([1, 3], Choose(new FrameSelection { Frames = 2, Score = SelectionScore.WordArgmax }));
    }

    [Fact]
    public void One_sentence_vector_ranks_by_similarity_with_or_without_transport()
    {
        // With one "word" the plan is uniform over frames: Sinkhorn cannot change the ranking.
        var global = new FrameSelection { Frames = 3, Text = SelectionText.Global };
        Assert.Equal(Choose(global with { Sinkhorn = false }), Choose(global));
    }

    [Fact]
    public void Without_selection_frames_are_evenly_spaced()
    {
        Assert.Equal([0, 2, 4], Choose(new FrameSelection { Enabled = false, Frames = 3 }));
        Assert.Equal([0, 1, 3, 4], Choose(new FrameSelection { Enabled = false, Frames = 4 }));
    }

    [Fact]
    public void Time_order_is_a_switch()
    {
        long[] sorted = Choose(new FrameSelection { Frames = 3, TimeSort = true });
        Assert.Equal([1, 3, 4], sorted);
    }

    [Fact]
    public void More_frames_than_candidates_are_refused()
    {
        Assert.Contains("7 of 6", Assert.Throws<ArgumentException>(() => Choose(new FrameSelection { Frames = 7 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_without_words_still_selects()
    {
        using var scope = NewDisposeScope();
        SelectionInput input = Input() with { Mask_BK = zeros(1, 3, ScalarType.Bool) };
        Assert.Equal(2, new FrameSelector(new FrameSelection { Frames = 2 }).Select(input).size(1));
    }
}
