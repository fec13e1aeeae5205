using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class AudioReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FfmpegFact]
    public void A_tone_comes_with_its_length_level_and_pitch()
    {
        // Two channels, of which only the left sounds: mixing halves it. ffmpeg's tone has an amplitude of 1/8.
        var path = TestVideos.Make(_folder.File("t.wav"), "-f", "lavfi", "-i", "sine=f=500:r=48000:d=2", "-af", "pan=stereo|c0=c0|c1=0*c0");
        var samples = AudioReader.Read(path);
        Assert.Equal(32000, samples.Length);
        Assert.Equal(1 / 16.0, samples.Max(), 0.003);
        Assert.Equal(-1 / 16.0, samples.Min(), 0.003);
        var risingThroughZero = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.InRange(risingThroughZero, 998, 1001);
    }

    [FfmpegFact]
    public void A_part_is_read_by_start_and_length()
    {
        var path = TestVideos.Moving(_folder.File("m.mp4"));
        Assert.Equal(24000, AudioReader.Read(path, new() { Start = 3.25, Duration = 1.5 }).Length);
        Assert.Equal(12000, AudioReader.Read(path, new() { SampleRate = 8000, Start = 2, Duration = 1.5 }).Length);
    }

    [FfmpegFact]
    public void A_file_without_sound_and_broken_files_are_errors()
    {
        var silent = TestVideos.Numbered(_folder.File("n.mp4"));
        Refused(silent, "an audio track was expected", "matches no streams");
        Refused(_folder.Write("x.wav", "no sound"), "Invalid data found");
        var path = TestVideos.Moving(_folder.File("m.mkv"));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200000]);
        Refused(path, "an undamaged track was expected", "File ended prematurely");
        Assert.NotEmpty(AudioReader.Read(path, new() { AcceptDamage = true }));
        Assert.Throws<ArgumentException>(() => AudioReader.Read(path, new() { SampleRate = 0 }));
    }

    private static void Refused(string path, params string[] words)
    {
        var error = Assert.Throws<DataFormatException>(() => AudioReader.Read(path));
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }
}
