using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class SoundtrackTests
{
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
        Soundtrack.Write(path, script, new SpeechSynthesizer(speech: false));
        Soundtrack.Write(again, script, new SpeechSynthesizer(speech: false));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(bytes, File.ReadAllBytes(again));
        Assert.Equal(44 + 2 * 12 * 16000, bytes.Length);
        Assert.True(Loudness(bytes, 5, 7) > 20 * Loudness(bytes, 1, 4));
        Assert.True(Loudness(bytes, 9, 12) < 100);
    }

    private static double Loudness(byte[] wave, int from, int to)
    {
        double sum = 0;
        for (int i = from * 16000; i < to * 16000; i++)
            sum += Math.Abs((int)BitConverter.ToInt16(wave, 44 + 2 * i));
        return sum / ((to - from) * 16000);
    }
}
