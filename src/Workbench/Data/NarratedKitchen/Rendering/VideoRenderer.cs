using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>Draws the frames of one video. What stands still in a shot is drawn once. A frame depends on the script and its number alone.</summary>
internal sealed class VideoRenderer : IDisposable
{
    /// <summary>The still part of a moving shot is drawn this much larger, so that zooming in does not blur it.</summary>
    private const double Oversize = 1.1;

    private readonly VideoScript _script;
    private readonly int _fps;
    private readonly double _size;
    private readonly Canvas _canvas, _plain, _large;
    private readonly byte[] _rgb;
    private Shot? _prepared;
    private Shot? _unchanged;

    /// <param name="script">What happens.</param>
    /// <param name="fps">Frames a second.</param>
    /// <param name="size">1 for 320×240 pixels, ½ for 160×120: drawn directly in that size, which is faster.</param>
    public VideoRenderer(VideoScript script, int fps, double size = 1)
    {
        (_script, _fps, _size) = (script, fps, size);
        _canvas = Make(1);
        _plain = Make(1);
        _large = Make(Oversize);
        _rgb = new byte[_canvas.Width * _canvas.Height * 3];

        Canvas Make(double factor)
        {
            var canvas = new Canvas((int)Math.Ceiling(Scene.Width * factor * size), (int)Math.Ceiling(Scene.Height * factor * size));
            canvas.Scale(size, size);
            return canvas;
        }
    }

    public int FrameCount => _script.Seconds * _fps;

    /// <summary>The frame as RGB24, 320×240 at size 1; overwritten by the next call.</summary>
    public ReadOnlyMemory<byte> Render(int frame)
    {
        double time = frame / (double)_fps;
        Shot shot = _script.ShotAt(time);
        if (ReferenceEquals(shot, _unchanged))
            return _rgb;
        bool animated = shot.State != SecondState.Background || shot.Hand is not null;
        Prepare(shot);
        _canvas.Save();
        Enter(_canvas, shot, time);
        double drawn = (shot.Camera.Moves ? Oversize : 1) * _size;
        _canvas.Save();
        _canvas.Scale(1 / drawn, 1 / drawn);
        _canvas.Draw(shot.Camera.Moves ? _large : _plain, smooth: shot.Camera.Moves);
        _canvas.Restore();
        Animate(shot, time);
        _canvas.Restore();
        _canvas.CopyRgb(_rgb, shot.Scene.Look.Light);
        _unchanged = animated || shot.Camera.Moves ? null : shot;
        return _rgb;
    }

    /// <summary>Copies the last frame drawn, before its light is put on.</summary>
    public void CopyTo(Canvas other) => other.Draw(_canvas, smooth: false);

    public void Dispose()
    {
        _canvas.Dispose();
        _plain.Dispose();
        _large.Dispose();
    }

    private void Prepare(Shot shot)
    {
        if (ReferenceEquals(shot, _prepared))
            return;
        _prepared = shot;
        Canvas canvas = shot.Camera.Moves ? _large : _plain;
        canvas.Save();
        if (shot.Camera.Moves)
            canvas.Scale(Oversize, Oversize);
        switch (shot.State)
        {
            case SecondState.Broll:
                BrollArt.Draw(canvas, shot.BrollKind, shot.Scene.Look, shot.Subject ?? default, shot.Seed);
                break;
            case SecondState.TalkingHead:
                var random = new StableRandom(shot.Seed);
                KitchenArt.Room(canvas, shot.Scene.Look, random.Range(150, 220), 1, random);
                break;
            default:
                shot.Scene.DrawStill(canvas);
                break;
        }
        canvas.Restore();
    }

    private void Animate(Shot shot, double time)
    {
        KitchenLook look = shot.Scene.Look;
        if (shot.State == SecondState.TalkingHead)
            PersonArt.Draw(_canvas, look, shot.PersonX, shot.PersonScale, time, shot.Subject);
        if (shot.State == SecondState.Broll)
            BrollArt.Steam(_canvas, shot.BrollKind, time);
        if (shot.Hand is { } hand && shot.State is SecondState.Action or SecondState.Background)
            IdleHandArt.Draw(_canvas, hand.Kind, look, hand.X, hand.Y, shot.Scene.Scale, hand.FromLeft, time, hand.Held);
        if (shot.State == SecondState.Action && shot.Take is { } index)
        {
            Take take = _script.Takes[index];
            shot.Scene.DrawAction(_canvas, time - take.Start, (time - take.Start) / take.Seconds);
        }
    }

    private static void Enter(Canvas canvas, Shot shot, double time)
    {
        if (!shot.Camera.Moves)
            return;
        (double zoom, double x, double y) = shot.Camera.At(shot.Share(time));
        canvas.Translate(Scene.Width / 2.0 + x, Scene.Height / 2.0 + y);
        canvas.Scale(zoom, zoom);
        canvas.Translate(-Scene.Width / 2.0, -Scene.Height / 2.0);
    }
}
