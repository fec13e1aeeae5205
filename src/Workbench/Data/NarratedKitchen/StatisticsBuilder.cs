using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen;

/// <summary>Counts a generated set.</summary>
internal static class StatisticsBuilder
{
    public static KitchenStatistics Build(IReadOnlyList<VideoScript> scripts, IReadOnlyList<AnnotatedVideo> annotated, KitchenTruth truth, AnnotatorOptions options)
    {
        var seconds = scripts.SelectMany(s => truth.Videos[s.Id].Seconds).ToList();
        var spoken = scripts.SelectMany(s => s.Utterances.Select(u => (Script: s, Utterance: u))).ToList();
        var about = spoken.Where(s => s.Utterance.Take is not null).ToList();
        int actions = scripts.Sum(s => s.Takes.Count);
        var statistics = new KitchenStatistics
        {
            Videos = scripts.Count,
            Seconds = seconds.Count,
            Actions = actions,
            ActionsPerVideo = Share(actions, scripts.Count),
            MeanActionSeconds = Share(scripts.Sum(s => s.Takes.Sum(t => t.Seconds)), actions),
            Background = Share(seconds.Count(s => s.Action is null), seconds.Count),
            Broll = Share(seconds.Count(s => s.State == SecondState.Broll), seconds.Count),
            TalkingHead = Share(seconds.Count(s => s.State == SecondState.TalkingHead), seconds.Count),
            SentencesPerMinute = Share(60 * spoken.Count, seconds.Count),
            OffTopic = Share(spoken.Count - about.Count, spoken.Count),
            Misheard = Share(spoken.Count(s => s.Utterance.Said != s.Utterance.Heard), spoken.Count),
            Misaligned = Share(about.Count(s => Apart(s.Utterance, s.Script.Takes[s.Utterance.Take!.Value])), about.Count),
        };
        return annotated.Count == 0 ? statistics : Pointing(statistics, annotated, truth, options);
    }

    private static KitchenStatistics Pointing(KitchenStatistics statistics, IReadOnlyList<AnnotatedVideo> annotated, KitchenTruth truth, AnnotatorOptions options)
    {
        double centre = 0, random = 0, named = 0, idle = 0, contact = 0, instances = 0;
        int boxes = 0, contacts = 0, idles = 0;
        foreach (AnnotatedVideo video in annotated)
        {
            foreach (AnnotatedSecond second in video.Seconds)
            {
                if (second.Box(options) is not { } box)
                    continue;
                boxes++;
                centre += Hit(box, new(TruthBuilder.Width / 2.0, TruthBuilder.Height / 2.0));
                random += box.ClipTo(TruthBuilder.Width, TruthBuilder.Height).Area / (TruthBuilder.Width * TruthBuilder.Height);
                TruthSecond true_ = truth.Videos[video.Script.Id].Seconds[second.Second];
                string kind = video.Script.Takes[second.Span].Action.ObjectWord;
                var those = true_.Objects.Where(o => o.Kind == kind).ToList();
                instances += those.Count;
                named += those.Count == 0 ? 0 : those.Average(o => Hit(box, o.Centre));
                var others = those.Where(o => !o.Acted).ToList();
                if (others.Count > 0)
                {
                    idle += others.Average(o => Hit(box, o.Centre));
                    idles++;
                }
                if (true_.Contact is { } c)
                {
                    contact += Hit(box, new(c[0], c[1]));
                    contacts++;
                }
            }
        }
        int all = annotated.Sum(v => v.Seconds.Count), majority = AnnotatorVote.Majority(options.Count).Needed;
        return statistics with
        {
            Pointed = Share(boxes, all),
            Agreed = Share(annotated.Sum(v => v.Seconds.Count(s => s.Points.Count >= majority)), all),
            Boxes = boxes,
            Centre = Share(centre, boxes),
            RandomPoint = Share(random, boxes),
            NamedObject = Share(named, boxes),
            NamedObjects = Share(instances, boxes),
            IdleObject = Share(idle, idles),
            Contact = Share(contact, contacts),
        };
    }

    private static bool Apart(Utterance utterance, Take take) => utterance.End <= take.Start || utterance.Start >= take.End;

    private static double Hit(Box box, Point point) => box.Contains(point) ? 1 : 0;

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
