using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class NarratorTests
{
    private static readonly NarrationOptions Quiet = new()
    {
        Mentioned = 1,
        MentionedAgain = 0,
        ChitChat = 0,
        Misheard = 0,
        LagMean = 0,
        LagDeviation = 0,
        Pronoun = 0,
        Synonym = 0,
    };

    private static readonly Take[] Takes =
    [
        new(0, new(Verb.Cut, Ingredient.Tomato), 20, 30),
        new(1, new(Verb.Peel, Ingredient.Onion), 60, 70),
        new(2, new(Verb.Fry, Ingredient.Egg), 90, 100),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(6)]
    public void The_lag_moves_the_sentences_against_their_actions(double lag)
    {
        List<Utterance> spoken = Narrator.Speak(new StableRandom(1), Quiet with { LagMean = lag }, 120, Takes);
        Assert.Equal([0, 1, 2], spoken.Select(u => u.Take));
        Assert.All(spoken, u => Assert.Equal(Takes[u.Take!.Value].Start + lag, u.Start, 0.011));
        Assert.Contains("cut the tomato", spoken[0].Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lag_has_its_deviation_and_sentences_never_overlap_nor_leave_the_video()
    {
        var lags = new List<double>();
        for (ulong seed = 0; seed < 300; seed++)
        {
            List<Utterance> spoken = Narrator.Speak(new StableRandom(seed), Quiet with { LagDeviation = 3, ChitChat = 0.6 }, 120, Takes);
            lags.AddRange(spoken.Where(u => u.Take == 1).Select(u => u.Start - 60));
            Assert.All(spoken.Zip(spoken.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(spoken, u => Assert.True(u.Start >= 0 && u.End <= 120 && u.End > u.Start));
        }
        Assert.Equal(3, Math.Sqrt(lags.Average(l => l * l)), 0.6);
    }

    [Fact]
    public void Mis_hearing_changes_the_caption_and_leaves_what_was_said()
    {
        List<Utterance> right = Narrator.Speak(new StableRandom(1), Quiet, 120, Takes);
        Assert.All(right, u => Assert.Equal(u.Said, u.Heard));
        List<Utterance> wrong = Narrator.Speak(new StableRandom(1), Quiet with { Misheard = 1 }, 120, Takes);
        Assert.Equal(right.Select(u => u.Said), wrong.Select(u => u.Said));
        Assert.Contains("cat the tornado", wrong[0].Heard, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_never_shown_is_spoken_of_only_outside_the_actions()
    {
        string[] shown = [.. Takes.Select(t => t.Action.Label)];
        bool any = false;
        for (ulong seed = 0; seed < 50; seed++)
        {
            foreach (Utterance u in Narrator.Speak(new StableRandom(seed), Quiet with { Mentioned = 0, ChitChat = 1, NeverShown = 1 }, 120, Takes))
            {
                Assert.Null(u.Take);
                string[] words = u.Said.Split(' ');
                Assert.Contains(KitchenAction.All, a => words.Contains(a.VerbWord) && words.Contains(a.ObjectWord));
                Assert.DoesNotContain(shown, label => words.Contains(label.Split(' ')[0]) && words.Contains(label.Split(' ')[1]));
                any = true;
            }
        }
        Assert.True(any);
    }

    [Fact]
    public void Silence_is_a_knob_too() =>
        Assert.Empty(Narrator.Speak(new StableRandom(1), Quiet with { Mentioned = 0 }, 120, Takes));
}
