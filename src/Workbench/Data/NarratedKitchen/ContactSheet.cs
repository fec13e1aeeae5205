using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen;

/// <summary>A picture of all actions, each in a kitchen of its own, labels printed below (never inside the frames).</summary>
public static class ContactSheet
{
    private const int Columns = 7, Cell = 200, Picture = 144, Gap = 6, Line = 16;

    /// <summary>Writes the sheet as PNG; <paramref name="labels"/> off makes a riddle of it.</summary>
    public static void WriteActions(string path, long seed, bool labels = true)
    {
        int rows = (KitchenAction.All.Count + Columns - 1) / Columns;
        using var sheet = new Canvas(Columns * (Cell + Gap) + Gap, rows * (Picture + Line + Gap) + Gap);
        sheet.Paint(Rgb.White);
        for (int i = 0; i < KitchenAction.All.Count; i++)
        {
            var random = new StableRandom(StableRandom.Combine(unchecked((ulong)seed), (ulong)i));
            KitchenLook look = KitchenLook.Create(random, PaletteFamily.Videos);
            Scene scene = SceneBuilder.Build(random, look, new(), KitchenAction.All[i]);
            using var frame = new Canvas(Scene.Width, Scene.Height);
            scene.DrawStill(frame);
            scene.DrawAction(frame, random.Range(1, 8), random.NextDouble());
            double x = Gap + i % Columns * (Cell + Gap), y = Gap + i / Columns * (Picture + Line + Gap);
            sheet.Save();
            sheet.Rectangle(x, y, Cell, Picture);
            sheet.Clip();
            sheet.Translate(x, y);
            sheet.Scale(Cell / (double)Scene.Width, Picture / (double)Scene.Height);
            sheet.Draw(frame);
            sheet.Restore();
            if (labels)
                sheet.Text(x + 4, y + Picture + 12, KitchenAction.All[i].Label, 12, Rgb.Black);
        }
        sheet.WritePng(path);
    }
}
