using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Reads off a script what each second shows.</summary>
internal static class TruthBuilder
{
    /// <summary>Width and height of the frame in which annotations are given; videos are half as wide and half as high.</summary>
    public const int Width = 640, Height = 480;

    private const double ToAnnotation = Width / (double)Scene.Width;

    public static TruthVideo Build(VideoScript script)
    {
        var seconds = new List<TruthSecond>(script.Seconds);
        for (int k = 0; k < script.Seconds; k++)
            seconds.Add(Second(script, k));
        return new(
            script.Split == KitchenSplit.Train ? "train" : "test",
            [.. script.Takes.Select(t => new TruthSpan(t.Action.Label, t.Start, t.End))],
            [.. script.Utterances.Select(u => new TruthSpeech(u.Start, u.End, u.Said, u.Take))],
            seconds);
    }

    /// <summary>The contact point at the middle of a second, in annotation pixels; null where no action is seen.</summary>
    public static Point? Contact(VideoScript script, int second)
    {
        Shot shot = script.ShotAt(second + 0.5);
        if (shot.State != SecondState.Action)
            return null;
        Point point = shot.Camera.Project(shot.Scene.Contact, shot.Share(second + 0.5));
        return new(point.X * ToAnnotation, point.Y * ToAnnotation);
    }

    private static TruthSecond Second(VideoScript script, int second)
    {
        double time = second + 0.5;
        Shot shot = script.ShotAt(time);
        double share = shot.Share(time);
        var objects = new List<TruthObject>();
        switch (shot.State)
        {
            case SecondState.TalkingHead when shot.Subject is { } shown:
                Add(shown, PersonArt.Shown(shown, shot.PersonX, shot.PersonScale), false);
                break;
            case SecondState.Broll when shot.BrollKind == 1:
                foreach ((Ingredient kind, Box box) in BrollArt.Heap(shot.Subject ?? default, shot.Seed))
                    Add(kind, box, false);
                break;
            case SecondState.Background or SecondState.Action:
                foreach (Thing thing in shot.Scene.Things)
                {
                    if (thing.Kind is { } kind)
                        Add(kind, thing.Box, false);
                }
                if (shot.Hand is { Kind: IdleHandArt.Holds } hand)
                    Add(hand.Held, IdleHandArt.Held(hand.Held, hand.X, hand.Y, shot.Scene.Scale), false);
                if (shot is { State: SecondState.Action, Scene.Action: { } action })
                    Add(action.Ingredient, Acted(action, shot.Scene), true);
                break;
        }
        Point? contact = Contact(script, second);
        string? label = shot.Take is { } take ? script.Takes[take].Action.Label : null;
        return new(shot.State, label, contact is { } c ? [Math.Round(c.X, 1), Math.Round(c.Y, 1)] : null, objects);

        void Add(Ingredient kind, Box box, bool acted)
        {
            Box b = shot.Camera.Project(box, share).Scale(ToAnnotation, ToAnnotation).ClipTo(Width, Height);
            if (!b.IsDegenerate)
                objects.Add(new(Name(kind), [Math.Round(b.Left, 1), Math.Round(b.Top, 1), Math.Round(b.Right, 1), Math.Round(b.Bottom, 1)], acted));
        }
    }

    /// <summary>The box of what the action is done to, about the contact point, in pixels of the scene.</summary>
    internal static Box Acted(KitchenAction action, Scene scene)
    {
        (double spreadX, double spreadY) = ActionArt.Spread(action.Verb);
        double halfX = Math.Max(22, spreadX + 14) * scene.Scale, halfY = Math.Max(20, spreadY + 12) * scene.Scale;
        return new(scene.Contact.X - halfX, scene.Contact.Y - halfY, scene.Contact.X + halfX, scene.Contact.Y + halfY);
    }

    private static string Name(Ingredient kind) => new KitchenAction(default, kind).ObjectWord;
}
