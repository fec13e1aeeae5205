using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>Cuts pauses and actions into shots: camera changes, cut-aways, the talking cook, idle hands.</summary>
internal static class ShotPlan
{
    /// <summary>Fills a pause: the scene of the last action without it, maybe a cut-away or the cook, the scene of the next one.</summary>
    public static void Pause(
        StableRandom random, KitchenOptions options, List<Shot> shots, int start, int end, Scene? before, Scene? after, List<Ingredient> ingredients)
    {
        if (end <= start)
            return;
        bool broll = random.Chance(options.Broll), head = random.Chance(options.TalkingHead);
        int length = end - start, insert = (broll || head) && length >= 3 ? Math.Min(length - 1, random.Between(2, 6)) : 0;
        int lead = before is null ? 0 : after is null ? length - insert : random.Between(0, length - insert);
        if (insert > 0 && before is null && after is null)
            insert = 0;
        int time = start;
        if (lead > 0)
            shots.Add(Idle(random, options, before!, time, time += lead, ingredients));
        if (insert > 0)
            shots.Add(Insert(random, options, (before ?? after)!, time, time += insert, broll && (!head || random.Chance(0.5)), null, ingredients));
        if (time < end)
            shots.Add(Idle(random, options, (after ?? before)!, time, end, ingredients));
    }

    /// <summary>Cuts an action into shots and returns the scene of the last one.</summary>
    public static Scene Perform(
        StableRandom random, KitchenOptions options, List<Shot> shots, Take take, Scene scene, List<Ingredient> ingredients)
    {
        int time = take.Start;
        if (take.Seconds >= 6 && random.Chance(options.CameraChange))
        {
            int cut = take.Start + random.Between(2, take.Seconds - 3);
            shots.Add(Act(random, options, scene, time, cut, take, ingredients));
            scene = SceneBuilder.Build(random, scene.Look, options.Scene, take.Action, ingredients);
            time = cut;
        }
        if (take.End - time >= 8 && random.Chance(options.Interruption))
        {
            int from = time + random.Between(2, 4), length = random.Between(2, 3);
            shots.Add(Act(random, options, scene, time, from, take, ingredients));
            shots.Add(Insert(random, options, scene, from, from + length, random.Chance(0.5), take.Index, ingredients));
            time = from + length;
        }
        shots.Add(Act(random, options, scene, time, take.End, take, ingredients));
        return scene;
    }

    private static Shot Act(StableRandom random, KitchenOptions options, Scene scene, int start, int end, Take take, List<Ingredient> ingredients)
    {
        IdleHand? hand = null;
        if (random.Chance(options.DistractorHands))
        {
            // On the far side of the frame, resting, pointing or wiping.
            bool left = scene.Contact.X > Scene.Width / 2.0;
            hand = new(random.Below(3), left ? random.Range(10, 60) : random.Range(260, 310), random.Range(150, 210), left, random.Pick(ingredients));
        }
        return new() { Start = start, End = end, State = SecondState.Action, Scene = scene, Take = take.Index, Hand = hand, Camera = Move(random, options), Seed = random.NextUInt64() };
    }

    private static Shot Idle(StableRandom random, KitchenOptions options, Scene scene, int start, int end, List<Ingredient> ingredients)
    {
        IdleHand? hand = random.Chance(options.IdleHands)
            ? new(random.Below(IdleHandArt.Kinds), random.Range(70, 250), random.Range(100, 200), random.Chance(0.5), random.Pick(ingredients))
            : null;
        // What was worked on stands there whole before and after, or not at all.
        return new() { Start = start, End = end, State = SecondState.Background, Scene = scene, Hand = hand, Camera = Move(random, options), Seed = random.NextUInt64() };
    }

    private static Shot Insert(
        StableRandom random, KitchenOptions options, Scene scene, int start, int end, bool broll, int? take, List<Ingredient> ingredients) => new()
        {
            Start = start,
            End = end,
            State = broll ? SecondState.Broll : SecondState.TalkingHead,
            Scene = scene,
            Take = take,
            BrollKind = random.Below(BrollArt.Kinds),
            Subject = broll || random.Chance(0.4) ? random.Pick(ingredients) : null,
            PersonX = random.Range(100, 220),
            PersonScale = random.Range(0.85, 1.15),
            Camera = Move(random, options),
            Seed = random.NextUInt64(),
        };

    private static Camera Move(StableRandom random, KitchenOptions options) => random.Chance(options.CameraMotion) ? Camera.Move(random) : Camera.Still;
}
