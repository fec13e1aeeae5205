using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class SoundtrackTests
{
    private const int Rate = SpeechSynthesizer.Rate;
    private static readonly SpeechSynthesizer s_tones = new(speech: false);

    [Fact]
    public void Words_are_loud_where_they_are_said_and_the_kitchen_is_quiet_elsewhere()
    {
        using var folder = new TemporaryFolder();
        VideoScript script = ScriptWriter.Write(new(), KitchenSplit.Train, 0) with
        {
            Seconds = 12,
            Utterances = [new(5, 8, "cut the tomato with a knife", "cat the tomato with a life", 0)],
        };
        string path = folder.File("a.wav"), again = folder.File("b.wav");
        Soundtrack.Write(path, script, s_tones, actionSounds: false);
        Soundtrack.Write(again, script, s_tones, actionSounds: false);
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(bytes, File.ReadAllBytes(again));
        Assert.Equal(44 + 2 * 12 * Rate, bytes.Length);
        short[] samples = Soundtrack.Mix(script, s_tones, actionSounds: false);
        Assert.Equal(samples, Enumerable.Range(0, samples.Length).Select(i => BitConverter.ToInt16(bytes, 44 + 2 * i)));
        Assert.True(Loudness(samples, 5, 7) > 20 * Loudness(samples, 1, 4));
        Assert.True(Loudness(samples, 9, 12) < 100);
    }

    [Fact]
    public void Without_the_actions_a_sample_is_the_kitchen_s_noise_and_what_is_said()
    {
        VideoScript script = ScriptWriter.Write(new(), KitchenSplit.Train, 3);
        var expected = new int[script.Seconds * Rate];
        uint noise = (uint)script.Seed | 1;
        for (int i = 0; i < expected.Length; i++)
        {
            noise = unchecked(noise * 1664525 + 1013904223);
            expected[i] = (int)(noise >> 25) - 64;
        }

        foreach (Utterance utterance in script.Utterances)
        {
            short[] spoken = s_tones.Say(utterance.Said, (int)(script.Seed % 3));
            for (int i = 0, at = (int)(utterance.Start * Rate); i < spoken.Length && at + i < expected.Length; i++)
                expected[at + i] += spoken[i];
        }

        Assert.Equal(expected.Select(s => (short)s), Soundtrack.Mix(script, s_tones, actionSounds: false));
    }

    [Fact]
    public void An_action_is_heard_in_every_two_seconds_that_show_it_and_in_no_other()
    {
        VideoScript[] scripts = [.. Enumerable.Range(0, 12).Select(i => ScriptWriter.Write(new() { Interruption = 1 }, KitchenSplit.Test, i))];
        // Interrupted actions are among them, and sentences about what is not shown.
        Assert.Contains(scripts, s => s.Shots.Any(shot => shot.State != SecondState.Action && shot.Take is not null));
        Assert.Contains(scripts, s => s.Utterances.Any(u => u.Take is null));
        foreach (VideoScript script in scripts)
        {
            double[] sound = Sound(script);
            foreach (Shot shot in script.Shots)
            {
                if (shot.State != SecondState.Action)
                    Assert.True(Power(sound, shot.Start, shot.End) == 0, $"{script.Id}: {shot.State} from {shot.Start} s sounds.");
                else
                    for (int second = shot.Start; second + 2 <= shot.End; second++)
                        Assert.True(Math.Sqrt(Power(sound, second, second + 2)) > 80, $"{script.Id}: {script.Takes[shot.Take!.Value].Action} is not heard from {second} s on.");
            }
        }
    }

    [Fact]
    public void Chance_is_the_script_s_and_no_two_performances_sound_alike()
    {
        VideoScript script = ScriptWriter.Write(new() { Interruption = 0, CameraChange = 0 }, KitchenSplit.Train, 1), other = script with { Seed = script.Seed + 1 };
        Assert.Equal(Sound(script), Sound(script));
        Assert.NotEqual(Sound(script), Sound(other));
        KitchenAction action = new(Verb.Cut, Ingredient.Carrot);
        Assert.NotEqual(ActionSound.Of(action, 3, new StableRandom(1)), ActionSound.Of(action, 3, new StableRandom(2)));
        Assert.Equal(ActionSound.Of(action, 3, new StableRandom(1)), ActionSound.Of(action, 3, new StableRandom(1)));
    }

    [Fact]
    public void Verbs_sound_in_bands_of_their_own_and_are_quieter_than_speech()
    {
        double[] spoken = [.. s_tones.Say("cut the tomato with a knife", 1).Select(s => (double)s)];
        double speech = Math.Sqrt(Power(spoken, 0, 2));
        var bright = new Dictionary<Verb, double>();
        foreach (KitchenAction action in KitchenAction.All)
        {
            double[] sound = ActionSound.Of(action, 8, new StableRandom(5));
            Assert.Equal(8 * Rate, sound.Length);
            Assert.InRange(Math.Sqrt(Power(sound, 0, 8)), 150, speech / 2);
            bright[action.Verb] = Math.Max(bright.GetValueOrDefault(action.Verb), Brightness(sound));
        }

        Assert.Equal(13, bright.Count);
        foreach (Verb dark in new[] { Verb.Roll, Verb.Knead, Verb.Pour, Verb.Stir })
            foreach (Verb sharp in new[] { Verb.Fry, Verb.Sprinkle, Verb.Whisk, Verb.Grate })
                Assert.True(bright[dark] < 0.5 * bright[sharp], $"{dark} {bright[dark]:F3}, {sharp} {bright[sharp]:F3}");
    }

    [Fact]
    public void A_knife_knocks_where_it_is_lowest_and_a_sizzle_never_stops()
    {
        double[] cut = ActionSound.Of(new(Verb.Cut, Ingredient.Onion), 10, new StableRandom(9)), fry = ActionSound.Of(new(Verb.Fry, Ingredient.Onion), 10, new StableRandom(9));
        // Knocks fall at 0.75 of a round of 1/1.3 s; what is loud is within a tenth of a second behind.
        double near = 0, all = 0;
        for (int i = 0; i < cut.Length; i++)
        {
            double round = i * 1.3 / Rate % 1;
            all += cut[i] * cut[i];
            near += round is > 0.64 and < 0.92 ? cut[i] * cut[i] : 0;
        }

        Assert.True(near > 0.9 * all, $"{near / all:P0}");
        double least = Enumerable.Range(0, 99).Min(t => Loud(fry, t)), most = Enumerable.Range(0, 99).Max(t => Loud(fry, t));
        Assert.True(least > 0.2 * most, $"{least:F0} of {most:F0}");

        static double Loud(double[] sound, int tenth) => sound.Skip(tenth * Rate / 10).Take(Rate / 10).Average(Math.Abs);
    }

    /// <summary>What the actions add to the sound track.</summary>
    private static double[] Sound(VideoScript script) =>
        [.. Soundtrack.Mix(script, s_tones, actionSounds: true).Zip(Soundtrack.Mix(script, s_tones, actionSounds: false), (with, without) => (double)with - without)];

    /// <summary>Power of the differences over power of the samples: 4·sin²(π·f / rate) for a tone.</summary>
    private static double Brightness(double[] sound) =>
        sound.Zip(sound.Skip(1), (a, b) => (b - a) * (b - a)).Sum() / sound.Sum(s => s * s);

    private static double Power(double[] samples, int from, int to)
    {
        double sum = 0;
        for (int i = from * Rate; i < Math.Min(samples.Length, to * Rate); i++)
            sum += samples[i] * samples[i];
        return sum / ((to - from) * Rate);
    }

    private static double Loudness(short[] samples, int from, int to) =>
        samples.Skip(from * Rate).Take((to - from) * Rate).Average(s => Math.Abs((int)s));
}
