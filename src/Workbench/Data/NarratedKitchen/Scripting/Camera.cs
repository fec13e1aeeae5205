using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>A slow move over a scene: zoom about the middle of the frame and a shift in pixels, from the shot's start to its end.</summary>
internal readonly record struct Camera(double ZoomFrom, double ZoomTo, double ShiftFromX, double ShiftFromY, double ShiftToX, double ShiftToY)
{
    public static Camera Still => new(1, 1, 0, 0, 0, 0);

    public bool Moves => this != Still;

    /// <summary>A move that never leaves the scene.</summary>
    public static Camera Move(StableRandom random)
    {
        double from = random.Range(1.03, 1.1), to = random.Range(1.03, 1.1);
        return new(from, to, ShiftX(random, from), ShiftY(random, from), ShiftX(random, to), ShiftY(random, to));

        static double ShiftX(StableRandom random, double zoom) => random.Range(-1, 1) * Scene.Width / 2.0 * (zoom - 1);
        static double ShiftY(StableRandom random, double zoom) => random.Range(-1, 1) * Scene.Height / 2.0 * (zoom - 1);
    }

    /// <summary>Zoom and shift at a share of the shot.</summary>
    public (double Zoom, double X, double Y) At(double share) => (
        ZoomFrom + (ZoomTo - ZoomFrom) * share, ShiftFromX + (ShiftToX - ShiftFromX) * share, ShiftFromY + (ShiftToY - ShiftFromY) * share);

    /// <summary>Where a point of the scene is in the frame.</summary>
    public Point Project(Point point, double share)
    {
        (double zoom, double x, double y) = At(share);
        return new((point.X - Scene.Width / 2.0) * zoom + Scene.Width / 2.0 + x, (point.Y - Scene.Height / 2.0) * zoom + Scene.Height / 2.0 + y);
    }

    /// <summary>Where a box of the scene is in the frame, not clipped.</summary>
    public Box Project(Box box, double share)
    {
        Point from = Project(new Point(box.Left, box.Top), share), to = Project(new Point(box.Right, box.Bottom), share);
        return new(from.X, from.Y, to.X, to.Y);
    }
}
