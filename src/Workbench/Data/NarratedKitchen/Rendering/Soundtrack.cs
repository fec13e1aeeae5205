using System.Buffers.Binary;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>The sound of a video: what is said, when it is said, over a quiet kitchen.</summary>
internal static class Soundtrack
{
    /// <summary>Writes a 16 kHz mono wave file as long as the video.</summary>
    public static void Write(string path, VideoScript script, SpeechSynthesizer speech)
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
        var bytes = new byte[44 + 2 * samples.Length];
        Header(bytes, 2 * samples.Length);
        for (int i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(44 + 2 * i), (short)Math.Clamp(samples[i], short.MinValue, short.MaxValue));
        File.WriteAllBytes(path, bytes);
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
