using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen;

/// <summary>A picture to judge the benchmark by: every action, then test videos as rows of frames; all words below the frames, none inside.</summary>
public static class ContactSheet
{
    private const int Columns = 7, Cell = 148, Picture = 111, Gap = 4, Line = 14;

    /// <summary>Writes the sheet as PNG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options; the seed counts.</param>
    /// <param name="videos">How many test videos to show.</param>
    /// <param name="labels">False prints no words at all: name the actions yourself.</param>
    public static void Write(string path, KitchenOptions options, int videos = 3, bool labels = true)
    {
        ArgumentNullException.ThrowIfNull(options);
        int actionRows = (KitchenAction.All.Count + Columns - 1) / Columns, height = Picture + Line + Gap;
        using var sheet = new Canvas(Columns * (Cell + Gap) + Gap, (actionRows + videos) * height + Gap);
        using var frame = new Canvas(Scene.Width, Scene.Height);
        sheet.Paint(Rgb.White);
        for (int i = 0; i < KitchenAction.All.Count; i++)
        {
            var random = new StableRandom(StableRandom.Combine(unchecked((ulong)options.Seed), (ulong)i));
            Scene scene = SceneBuilder.Build(random, KitchenLook.Create(random, PaletteFamily.Videos), options.Scene, KitchenAction.All[i]);
            scene.DrawStill(frame);
            scene.DrawAction(frame, random.Range(1, 8), random.NextDouble());
            Put(i % Columns, i / Columns, labels ? KitchenAction.All[i].Label : "");
        }
        for (int v = 0; v < videos; v++)
        {
            VideoScript script = ScriptWriter.Write(options, KitchenSplit.Test, v);
            using var renderer = new VideoRenderer(script, options.Fps);
            for (int i = 0; i < Columns; i++)
            {
                // From the second quarter, where most has begun.
                int second = script.Seconds / 4 + i * script.Seconds / (2 * Columns);
                renderer.Render(second * options.Fps);
                renderer.CopyTo(frame);
                Shot shot = script.ShotAt(second);
                string words = shot is { State: SecondState.Action, Take: { } take } ? script.Takes[take].Action.Label : shot.State.ToString();
                Put(i, actionRows + v, labels ? $"{second} s: {words}" : "");
            }
        }
        sheet.WritePng(path);

        void Put(int column, int row, string words)
        {
            double x = Gap + column * (Cell + Gap), y = Gap + row * height;
            sheet.Save();
            sheet.Rectangle(x, y, Cell, Picture);
            sheet.Clip();
            sheet.Translate(x, y);
            sheet.Scale(Cell / (double)Scene.Width, Picture / (double)Scene.Height);
            sheet.Draw(frame);
            sheet.Restore();
            sheet.Text(x + 3, y + Picture + 11, words, 11, Rgb.Black);
        }
    }
}
