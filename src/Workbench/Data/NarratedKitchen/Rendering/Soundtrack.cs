using System.Buffers.Binary;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>The sound of a video: what is said, when it is said, and under it what is done while it is seen, over a quiet kitchen.</summary>
internal static class Soundtrack
{
    /// <summary>The stream of chance of the actions' sounds; script and narration use others.</summary>
    private const ulong Sounds = 0x534F554E44;

    /// <summary>Samples over which an action's sound comes and goes at a cut (10 ms).</summary>
    private const int Fade = SpeechSynthesizer.Rate / 100;

    /// <summary>Writes a 16 kHz mono wave file as long as the video.</summary>
    /// <param name="path">The file.</param>
    /// <param name="script">What happens.</param>
    /// <param name="speech">Who speaks.</param>
    /// <param name="actionSounds">False: narration only.</param>
    public static void Write(string path, VideoScript script, SpeechSynthesizer speech, bool actionSounds)
    {
        short[] samples = Mix(script, speech, actionSounds);
        var bytes = new byte[44 + 2 * samples.Length];
        Header(bytes, 2 * samples.Length);
        for (int i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + 2 * i), samples[i]);
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>The samples, at <see cref="SpeechSynthesizer.Rate"/>.</summary>
    public static short[] Mix(VideoScript script, SpeechSynthesizer speech, bool actionSounds)
    {
        var samples = new int[script.Seconds * SpeechSynthesizer.Rate];
        uint noise = (uint)script.Seed | 1;
        for (int i = 0; i < samples.Length; i++)
        {
            noise = noise * 1664525 + 1013904223;
            samples[i] = (int)(noise >> 25) - 64;
        }
        int voice = (int)(script.Seed % (ulong)SpeechSynthesizer.Voices);
        foreach (Utterance utterance in script.Utterances)
        {
            short[] spoken = speech.Say(utterance.Said, voice);
            int at = (int)(utterance.Start * SpeechSynthesizer.Rate);
            for (int i = 0; i < spoken.Length && at + i < samples.Length; i++)
                samples[at + i] += spoken[i];
        }
        if (actionSounds)
            AddActions(samples, script);
        return [.. samples.Select(s => (short)Math.Clamp(s, short.MinValue, short.MaxValue))];
    }

    /// <summary>Adds each action's sound to the shots that show it; it goes on unheard while it is interrupted.</summary>
    private static void AddActions(int[] samples, VideoScript script)
    {
        foreach (Take take in script.Takes)
        {
            double[] sound = ActionSound.Of(take.Action, take.Seconds, new StableRandom(StableRandom.Combine(script.Seed, Sounds, (ulong)take.Index)));
            int begin = take.Start * SpeechSynthesizer.Rate;
            foreach (Shot shot in script.Shots.Where(s => s.State == SecondState.Action && s.Take == take.Index))
            {
                int from = shot.Start * SpeechSynthesizer.Rate, to = Math.Min(samples.Length, shot.End * SpeechSynthesizer.Rate);
                for (int i = from; i < to; i++)
                    samples[i] += (int)Math.Round(sound[i - begin] * Math.Min(1, Math.Min(i - from + 1, to - i) / (double)Fade));
            }
        }
    }

    private static void Header(Span<byte> bytes, int length)
    {
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], 36 + length);
        "WAVEfmt "u8.CopyTo(bytes[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], SpeechSynthesizer.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], 2 * SpeechSynthesizer.Rate);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[34..], 16);
        "data"u8.CopyTo(bytes[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], length);
    }
}
