namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>
/// Draws an action about its contact point (the origin), in units of one pixel of a 320×240 frame at camera scale 1.
/// A still must name the verb: its tool, its hands, the traces of its motion, and what has become of the object.
/// </summary>
internal static class ActionArt
{
    /// <summary>How far from the contact point the action reaches, half width and half height: where annotators may click.</summary>
    public static (double X, double Y) Spread(Verb verb) => verb switch
    {
        Verb.Roll or Verb.Knead => (34, 16),
        Verb.Sprinkle => (28, 12),
        Verb.Stir or Verb.Whisk => (20, 8),
        Verb.Fry => (24, 9),
        Verb.Wash => (14, 12),
        _ => (7, 7),
    };

    /// <summary>The box of the workspace about the contact point, which idle things stay out of: left, top, right, bottom.</summary>
    public static (double Left, double Top, double Right, double Bottom) Reach(Verb verb) => verb switch
    {
        Verb.Cut => (-66, -40, 70, 44),
        Verb.Pour => (-56, -70, 56, 70),
        Verb.Crack => (-52, -34, 52, 80),
        Verb.Whisk or Verb.Stir => (-64, -80, 60, 46),
        Verb.Sprinkle => (-64, -60, 64, 44),
        Verb.Fry => (-96, -66, 62, 50),
        Verb.Grate => (-52, -70, 52, 62),
        Verb.Squeeze => (-40, -36, 50, 84),
        Verb.Wash => (-66, -72, 70, 56),
        Verb.Roll or Verb.Knead => (-76, -36, 76, 46),
        _ => (-50, -42, 54, 56),
    };

    public static void Draw(Canvas c, KitchenAction action, KitchenLook look, ActionPose pose)
    {
        switch (action.Verb)
        {
            case Verb.Cut: CuttingArt.Cut(c, action.Ingredient, look, pose); break;
            case Verb.Peel: CuttingArt.Peel(c, action.Ingredient, look, pose); break;
            case Verb.Grate: CuttingArt.Grate(c, action.Ingredient, look, pose); break;
            case Verb.Crack: LiquidArt.Crack(c, look, pose); break;
            case Verb.Pour: LiquidArt.Pour(c, action.Ingredient, look, pose); break;
            case Verb.Squeeze: LiquidArt.Squeeze(c, action.Ingredient, look, pose); break;
            case Verb.Wash: LiquidArt.Wash(c, action.Ingredient, look, pose); break;
            case Verb.Whisk: MixingArt.Whisk(c, action.Ingredient, look, pose); break;
            case Verb.Stir: MixingArt.Stir(c, action.Ingredient, look, pose); break;
            case Verb.Sprinkle: MixingArt.Sprinkle(c, action.Ingredient, look, pose); break;
            case Verb.Fry: MixingArt.Fry(c, action.Ingredient, look, pose); break;
            case Verb.Roll: DoughArt.Roll(c, look, pose); break;
            default: DoughArt.Knead(c, look, pose); break;
        }
    }
}
