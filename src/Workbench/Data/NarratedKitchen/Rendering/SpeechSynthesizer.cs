using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>
/// Sentences as 16 kHz mono samples: spoken by flite's voice kal16, once for each text and voice, or a tone a word where
/// flite is missing or not wanted. Safe for several threads.
/// </summary>
internal sealed class SpeechSynthesizer
{
    public const int Rate = 16000;

    /// <summary>Voices differ in their mean pitch, in Hz.</summary>
    private static readonly int[] Pitches = [92, 118, 150];

    private readonly ConcurrentDictionary<(string Text, int Voice), Lazy<short[]>> _spoken = new();

    public SpeechSynthesizer(bool speech) => Speaks = speech && IsInstalled();

    public static int Voices => Pitches.Length;

    /// <summary>False where tones stand for words.</summary>
    public bool Speaks { get; }

    /// <summary>True where flite answers.</summary>
    public static bool IsInstalled()
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("flite", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            process?.StandardOutput.ReadToEnd();
            process?.WaitForExit();
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public short[] Say(string text, int voice) =>
        _spoken.GetOrAdd((text, voice), key => new(() => Speaks ? Speak(key.Text, Pitches[key.Voice]) : Hum(key.Text, Pitches[key.Voice]))).Value;

    private static short[] Speak(string text, int pitch)
    {
        string path = Path.Combine(Path.GetTempPath(), $"workbench-{Path.GetRandomFileName()}.wav");
        try
        {
            var start = new ProcessStartInfo("flite", ["-voice", "kal16", "--setf", $"int_f0_target_mean={pitch}", "-t", text, "-o", path])
            {
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 || !File.Exists(path))
                throw new IOException($"flite could not speak \"{text}\": {error.Trim()}");
            return ReadWave(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A soft tone of 0.25 s for each word, its pitch made from the word's letters.</summary>
    private static short[] Hum(string text, int pitch)
    {
        string[] words = text.Split(' ');
        int step = Rate * 36 / 100, length = Rate / 4;
        var samples = new short[words.Length * step];
        for (int w = 0; w < words.Length; w++)
        {
            double hertz = pitch * (1.5 + words[w].Sum(c => c) % 17 / 8.0);
            for (int i = 0; i < length; i++)
                samples[w * step + i] = (short)(3000 * Math.Sin(Math.PI * i / length) * Math.Sin(2 * Math.PI * hertz * i / Rate));
        }
        return samples;
    }

    private static short[] ReadWave(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        // flite writes a plain 44-byte header; still, look for the data chunk.
        int at = bytes.AsSpan().IndexOf("data"u8);
        if (bytes.Length < 44 || at < 0 || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(24)) != Rate)
            throw new IOException($"flite was expected to write 16 kHz wave sound; it wrote {bytes.Length} bytes of something else.");
        ReadOnlySpan<byte> data = bytes.AsSpan(at + 8);
        var samples = new short[data.Length / 2];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]);
        return samples;
    }
}
