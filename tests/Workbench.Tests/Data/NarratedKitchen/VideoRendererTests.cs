using System.Security.Cryptography;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class VideoRendererTests
{
    private static readonly KitchenOptions Options = new() { Fps = 2 };

    private static string Hash(ReadOnlyMemory<byte> frame) => Convert.ToHexString(SHA256.HashData(frame.Span));

    [Fact]
    public void A_frame_is_the_same_whatever_was_drawn_before_it()
    {
        VideoScript script = ScriptWriter.Write(Options, KitchenSplit.Train, 0);
        using var forward = new VideoRenderer(script, Options.Fps);
        string[] hashes = [.. Enumerable.Range(0, forward.FrameCount).Select(i => Hash(forward.Render(i)))];
        using var backward = new VideoRenderer(ScriptWriter.Write(Options, KitchenSplit.Train, 0), Options.Fps);
        foreach (int i in Enumerable.Range(0, backward.FrameCount).Reverse().Where(i => i % 7 == 0))
            Assert.Equal(hashes[i], Hash(backward.Render(i)));
        Assert.True(hashes.Distinct().Count() > hashes.Length / 4, "things must move");
    }

    [Fact]
    public void Actions_move_from_frame_to_frame_and_other_seeds_look_different()
    {
        VideoScript script = ScriptWriter.Write(Options, KitchenSplit.Test, 0);
        using var renderer = new VideoRenderer(script, Options.Fps);
        Take take = script.Takes.First(t => t.Seconds >= 4);
        Assert.NotEqual(Hash(renderer.Render(take.Start * 2 + 1)), Hash(renderer.Render(take.Start * 2 + 2)));
        using var other = new VideoRenderer(ScriptWriter.Write(Options with { Seed = 9 }, KitchenSplit.Test, 0), Options.Fps);
        Assert.NotEqual(Hash(renderer.Render(20)), Hash(other.Render(20)));
    }

    [Fact]
    public void The_contact_point_lies_in_the_part_of_the_frame_that_the_action_changes()
    {
        foreach (KitchenSplit split in Enum.GetValues<KitchenSplit>())
        {
            VideoScript script = ScriptWriter.Write(Options with { CameraMotion = 0, CameraChange = 0, Interruption = 0 }, split, 1);
            using var renderer = new VideoRenderer(script, Options.Fps);
            foreach (Take take in script.Takes.Where(t => t.Seconds >= 2))
            {
                Workbench.Data.Point contact = script.ShotAt(take.Start).Scene.Contact;
                byte[] with = renderer.Render(take.Start * Options.Fps).ToArray();
                using var without = new VideoRenderer(script with { Shots = [.. script.Shots.Select(s => s with { State = s.Take is null ? s.State : SecondState.Background })] }, Options.Fps);
                ReadOnlySpan<byte> empty = without.Render(take.Start * Options.Fps).Span;
                int changed = 0, all = 0;
                for (int y = (int)contact.Y - 14; y <= contact.Y + 14; y++)
                {
                    for (int x = (int)contact.X - 14; x <= contact.X + 14; x++)
                    {
                        if (x is < 0 or >= 320 || y is < 0 or >= 240)
                            continue;
                        int at = (y * 320 + x) * 3;
                        all++;
                        changed += with[at] != empty[at] || with[at + 1] != empty[at + 1] || with[at + 2] != empty[at + 2] ? 1 : 0;
                    }
                }
                Assert.True(changed > 0.3 * all, $"{take.Action}: {changed} of {all} pixels about the contact point are drawn by the action");
            }
        }
    }

    [Fact]
    public void No_words_are_drawn_into_frames()
    {
        // Only the canvas knows how to write, and only the contact sheet asks it to.
        string folder = Path.Combine(PublicData.RepositoryRoot, "src", "Workbench", "Data", "NarratedKitchen");
        string[] writers = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("show_text", StringComparison.Ordinal) || text.Contains(".Text(", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["Cairo.cs", "Canvas.cs", "ContactSheet.cs"], writers);
    }
}
