namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>
/// One camera position in one kitchen: the room, what stands in it, and the place of the action, all in pixels of a 320×240 frame.
/// </summary>
internal sealed record Scene
{
    public const int Width = 320;
    public const int Height = 240;

    public required KitchenLook Look { get; init; }

    /// <summary>Where the counter begins, in pixels from the top; below 0 the camera looks straight down.</summary>
    public required double Horizon { get; init; }

    /// <summary>Size of everything: 1 is the middle distance.</summary>
    public required double Scale { get; init; }
    public required IReadOnlyList<Thing> Things { get; init; }
    public required ulong RoomSeed { get; init; }

    /// <summary>The action, or null in a scene without one.</summary>
    public KitchenAction? Action { get; init; }

    /// <summary>The point at which tool and object meet.</summary>
    public Point Contact { get; init; }

    /// <summary>True where the cook works from the other side.</summary>
    public bool Mirror { get; init; }

    /// <summary>How far the arms are turned, in degrees.</summary>
    public double ArmTurn { get; init; }

    /// <summary>The room and what stands in it, without the action.</summary>
    public void DrawStill(Canvas c)
    {
        KitchenArt.Room(c, Look, Horizon, Scale, new StableRandom(RoomSeed));
        foreach (Thing thing in Things)
            thing.Draw(c, Look);
    }

    /// <summary>The action on top of the room.</summary>
    public void DrawAction(Canvas c, double time, double progress)
    {
        if (Action is not { } action)
            return;
        c.Save();
        c.Translate(Contact.X, Contact.Y);
        c.Scale(Mirror ? -Scale : Scale, Scale);
        ActionArt.Draw(c, action, Look, new ActionPose(time, progress, ArmTurn));
        c.Restore();
    }

    /// <summary>The box of the workspace, which nothing idle enters.</summary>
    public static Box Reach(Verb verb, Point contact, double scale, bool mirror)
    {
        (double left, double top, double right, double bottom) = ActionArt.Reach(verb);
        if (mirror)
            (left, right) = (-right, -left);
        return new(contact.X + left * scale, contact.Y + top * scale, contact.X + right * scale, contact.Y + bottom * scale);
    }
}
