namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>
/// What an action sounds like: frying sizzles, a knife knocks on the board, an egg clicks and plops. Rhythms are those of the picture's motion (see
/// ActionPose.Swing in the drawings), loose by a few hundredths of a round; the pitch is the object's, up to 8 % off.
/// </summary>
internal static class ActionSound
{
    /// <summary>Samples never go beyond this, of 32,767.</summary>
    private const double Loudest = 6_000;

    /// <summary>The sound of one performance, from its first second to its last; samples in 16 bits.</summary>
    /// <param name="action">What is done, to what.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="random">Pitch, loudness, noise.</param>
    public static double[] Of(KitchenAction action, double seconds, StableRandom random)
    {
        double pitch = Pitch(action.Ingredient) * random.Range(0.92, 1.08), level = Level(action.Verb) * Math.Pow(10, random.Range(-0.1, 0.1));
        var sketch = new SoundSketch(seconds, random);
        Sketch(sketch, action.Verb, pitch);
        double power = 0;
        foreach (double sample in sketch.Samples)
            power += sample * sample;
        double scale = level / Math.Sqrt(Math.Max(1e-12, power / Math.Max(1, sketch.Samples.Length)));
        var samples = new double[sketch.Samples.Length];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = Math.Clamp(scale * sketch.Samples[i], -Loudest, Loudest);
        return samples;
    }

    /// <summary>Root mean square of the samples; flite's speech has about 1,500, the quiet kitchen 37.</summary>
    private static double Level(Verb verb) => verb switch
    {
        Verb.Fry or Verb.Wash => 520,
        Verb.Grate => 460,
        Verb.Sprinkle => 260,
        Verb.Peel or Verb.Stir or Verb.Squeeze => 320,
        _ => 400,
    };

    /// <summary>Hard things sound higher than soft ones.</summary>
    private static double Pitch(Ingredient ingredient) => ingredient switch
    {
        Ingredient.Dough => 0.72,
        Ingredient.Tomato => 0.84,
        Ingredient.Cheese => 0.9,
        Ingredient.Milk => 0.95,
        Ingredient.Egg => 1.03,
        Ingredient.Lemon => 1.12,
        Ingredient.Onion => 1.22,
        _ => 1.4,
    };

    private static void Sketch(SoundSketch sound, Verb verb, double pitch)
    {
        switch (verb)
        {
            case Verb.Cut: Cut(sound, pitch); break;
            case Verb.Peel: Peel(sound, pitch); break;
            case Verb.Crack: Crack(sound, pitch); break;
            case Verb.Pour: Pour(sound, pitch); break;
            case Verb.Whisk: Whisk(sound, pitch); break;
            case Verb.Stir: Stir(sound, pitch); break;
            case Verb.Sprinkle: Sprinkle(sound, pitch); break;
            case Verb.Roll: Roll(sound, pitch); break;
            case Verb.Knead: Knead(sound, pitch); break;
            case Verb.Fry: Fry(sound, pitch); break;
            case Verb.Grate: Grate(sound, pitch); break;
            case Verb.Squeeze: Squeeze(sound, pitch); break;
            default: Wash(sound, pitch); break;
        }
    }

    /// <summary>A slicing hiss that ends in a knock on the board, where the knife is lowest.</summary>
    private static void Cut(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Rounds(1.3, 0.75))
        {
            sound.Burst(at - 0.08, 0.08, 3_000 * pitch, 1_500 * pitch, 1, 0.5);
            sound.Burst(at, 0.012, 1_900 * pitch, 1_900 * pitch, 0.7, 1);
            sound.Ring(at, 190 * pitch, 0.03, 1);
        }
    }

    /// <summary>Long scrapes whose pitch rises.</summary>
    private static void Peel(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Rounds(0.9, 0.5))
            sound.Burst(at, 0.5, 1_400 * pitch, 3_600 * pitch, 2.5, 1);
    }

    /// <summary>A few clicks as the shell breaks, a plop as the egg falls.</summary>
    private static void Crack(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Rounds(0.5, 0.25))
            for (int click = sound.Random.Between(3, 6); click > 0; click--)
                sound.Burst(at + sound.Random.Range(0, 0.12), 0.005, 3_200 * pitch, 2_600 * pitch, 0.8, sound.Random.Range(0.6, 1.2));
        foreach (double at in sound.Rounds(0.5, 0.75))
            sound.Ring(at, 520 * pitch, 0.06, 0.5, 0.6);
    }

    /// <summary>A low rush that falls as the bowl fills, and gurgles.</summary>
    private static void Pour(SoundSketch sound, double pitch)
    {
        double gurgle = sound.Random.Range(4.5, 6.5);
        sound.Hiss(t => (1_500 * pitch * Math.Pow(0.35, t / sound.Seconds), 0.7 + 0.3 * Math.Sin(2 * Math.PI * gurgle * t)), 1.2, low: true);
        foreach (double at in sound.Strewn(7))
            sound.Ring(at, sound.Random.Range(350, 700) * pitch, 0.03, 0.5, 1.3);
    }

    /// <summary>Quick swishes, two a round, with a tick of the wires at each end.</summary>
    private static void Whisk(SoundSketch sound, double pitch)
    {
        sound.Hiss(t => (2_500 * pitch, Math.Pow(Math.Abs(Math.Cos(2 * Math.PI * 1.7 * t)), 1.5)), 1.4);
        foreach (double at in sound.Rounds(3.4, 0.5))
            sound.Ring(at, 3_400 * pitch, 0.012, 0.4);
    }

    /// <summary>Slow, dark swishes, and the spoon against the pot.</summary>
    private static void Stir(SoundSketch sound, double pitch)
    {
        sound.Hiss(t => (650 * pitch, 0.6 + 0.4 * Math.Sin(2 * Math.PI * 0.9 * t)), 1.3);
        foreach (double at in sound.Rounds(0.9, 0.4, 0.08))
            sound.Ring(at, 1_250 * pitch, 0.09, 0.8);
    }

    /// <summary>Many small grains.</summary>
    private static void Sprinkle(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Strewn(50))
            sound.Burst(at, 0.006, sound.Random.Range(4_300, 5_600) * pitch, 4_300 * pitch, 2, sound.Random.Range(0.3, 1));
    }

    /// <summary>A rumble to and fro that squeaks where it turns.</summary>
    private static void Roll(SoundSketch sound, double pitch)
    {
        sound.Hiss(t => (240 * pitch, 0.3 + 0.7 * Math.Abs(Math.Cos(2 * Math.PI * 0.6 * t))), 1, low: true);
        foreach (double at in sound.Rounds(1.2, 0.5))
            sound.Burst(at, 0.14, 950 * pitch, 800 * pitch, 12, 1.5);
    }

    /// <summary>Dull thuds, each with a squelch.</summary>
    private static void Knead(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Rounds(0.7, 0.25))
        {
            sound.Ring(at, 120 * pitch, 0.08, 1, 0.8);
            sound.Burst(at + 0.05, 0.45, 520 * pitch, 330 * pitch, 1.5, 0.7);
        }
    }

    /// <summary>A steady sizzle with crackles.</summary>
    private static void Fry(SoundSketch sound, double pitch)
    {
        double slow = sound.Random.Range(0.2, 0.4);
        sound.Hiss(t => (4_300 * pitch, 0.8 + 0.2 * Math.Sin(2 * Math.PI * slow * t)), 0.9);
        foreach (double at in sound.Strewn(14))
            sound.Burst(at, 0.004, sound.Random.Range(2_500, 6_000), 3_000, 0.8, 3 * Math.Pow(sound.Random.NextDouble(), 2));
    }

    /// <summary>Rasping strokes: the teeth chop the noise.</summary>
    private static void Grate(SoundSketch sound, double pitch)
    {
        double teeth = sound.Random.Range(42, 52);
        sound.Hiss(t => (2_600 * pitch, Math.Abs(Math.Cos(2 * Math.PI * 1.1 * t)) * (0.25 + 0.75 * (t * teeth % 1))), 1.2);
    }

    /// <summary>A squelch at each press, and drips.</summary>
    private static void Squeeze(SoundSketch sound, double pitch)
    {
        foreach (double at in sound.Rounds(0.8, 0.25))
            sound.Burst(at - 0.15, 0.35, 420 * pitch, 1_500 * pitch, 4, 1);
        foreach (double at in sound.Strewn(6))
            sound.Ring(at, sound.Random.Range(900, 1_300) * pitch, 0.02, 0.3, 1.6);
    }

    /// <summary>Running water: a wide rush full of small bubbles.</summary>
    private static void Wash(SoundSketch sound, double pitch)
    {
        sound.Hiss(t => (1_700 * pitch, 0.85 + 0.15 * Math.Sin(2 * Math.PI * 0.9 * t)), 0.4);
        foreach (double at in sound.Strewn(20))
            sound.Ring(at, sound.Random.Range(600, 1_300) * pitch, 0.015, 0.5, 1.3);
    }
}
