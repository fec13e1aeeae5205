using TorchSharp;
using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>Scores a DAVEnet with a text tower on sound tracks of the benchmark's kind, of videos that no training has heard.</summary>
/// <remarks>Shapes: S seconds or windows, C texts, D width of a second, J width of the joint space.</remarks>
public static class DavenetEvaluation
{
    /// <summary>The seed of the held-out tracks; training uses small ones.</summary>
    public const long HeldOutSeed = 7_000_000_001;

    /// <summary>Different sentences among which a window's own is looked for, where there are as many.</summary>
    private const int Candidates = 64;

    /// <param name="path">Weights of <see cref="DavenetTextWeights"/>.</param>
    /// <param name="tracks">Tracks to score; twice as many more are made to fit the probes on.</param>
    /// <param name="recipe">Window, word slots and spectrograms; its videos do not count. Null: the defaults.</param>
    /// <param name="videos">The held-out videos. Null: the benchmark's kind.</param>
    /// <param name="progress">Reports tracks.</param>
    /// <param name="cancellation">Stops between tracks.</param>
    /// <exception cref="DataFormatException">The weights are none of a DAVEnet with a text tower.</exception>
    /// <exception cref="PlatformNotSupportedException">The options want speech and flite is not installed.</exception>
    public static DavenetScores Run(
        string path, int tracks = 60, DavenetRecipe? recipe = null, KitchenOptions? videos = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tracks, 1);
        recipe ??= new DavenetRecipe();
        (DavenetTextModel model, WordVocabulary vocabulary) = DavenetTextWeights.Load(path);
        using DavenetTextModel owned = model;
        model.eval();
        using DavenetEncoder encoder = DavenetEncoder.Load(path, recipe.LogMel);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        var sampler = new KitchenSoundSampler(HeldOutSeed, videos);
        var seconds = new List<Second>();
        var windows = new List<(string Text, float[] Joint_J)>();
        int fitted = 2 * tracks;
        for (int i = 0; i < fitted + tracks; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            KitchenSound sound = sampler.Track(i);
            FeatureArray feature_FD = encoder.Encode(sound.Samples, sound.Sounding.Count);
            for (int s = 0; s < sound.Sounding.Count; s++)
                seconds.Add(new Second(i < fitted, sound.Sounding[s], feature_FD.Values[(s * encoder.Width)..((s + 1) * encoder.Width)]));
            if (i >= fitted)
                windows.AddRange(Windows(model, sound, recipe));
            progress?.Report(new ProgressReport("Scoring DAVEnet", i + 1, fitted + tracks));
        }

        string[] labels = [.. KitchenAction.All.Select(a => a.Label)];
        Second[] sounding = [.. seconds.Where(s => s.Action is not null)], heard = [.. sounding.Where(s => !s.Fitted)], scored = [.. seconds.Where(s => !s.Fitted)];
        if (heard.Length == 0 || heard.Length == sounding.Length)
            throw new ArgumentException($"Actions are heard in {sounding.Length} of {seconds.Count} held-out seconds, {heard.Length} of them to be scored; more tracks are needed.", nameof(tracks));
        int candidates = Math.Min(Candidates, windows.Select(w => w.Text).Distinct(StringComparer.Ordinal).Count());
        (int right, int asked) = candidates > 0 ? Retrieve(windows, candidates, texts => model.Texts(texts, vocabulary, recipe.WordSlots)) : (0, 0);
        Tensor second_SJ = nn.functional.normalize(model.Join(Rows(heard)), dim: 1), label_CJ = nn.functional.normalize(model.Texts(labels, vocabulary, recipe.WordSlots), dim: 1);
        long[] nearest = second_SJ.matmul(label_CJ.t()).argmax(1).data<long>().ToArray();
        double soundingShare = (double)heard.Length / scored.Length;
        return new DavenetScores(
            tracks, scored.Length, heard.Length, asked, candidates, asked > 0 ? (double)right / asked : 0, candidates > 0 ? 1.0 / candidates : 0,
            heard.Zip(nearest, (s, n) => labels[n] == s.Action ? 1.0 : 0).Average(),
            Probe(sounding, s => Array.IndexOf(labels, s.Action), labels.Length),
            Probe(sounding, s => (int)KitchenAction.All[Array.IndexOf(labels, s.Action)].Verb, Enum.GetValues<Verb>().Length),
            1.0 / labels.Length, 1.0 / Enum.GetValues<Verb>().Length,
            Probe([.. seconds], s => s.Action is null ? 0 : 1, 2), Math.Max(soundingShare, 1 - soundingShare));
    }

    /// <summary>The window about each sentence of a track, in the joint space.</summary>
    private static List<(string Text, float[] Joint_J)> Windows(DavenetTextModel model, KitchenSound sound, DavenetRecipe recipe)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logMel_MF = LogMel.Compute(sound.Samples, recipe.LogMel with { Frames = null });
        double rate = (double)recipe.LogMel.SampleRate / recipe.LogMel.Hop;
        var windows = new List<(string, float[])>();
        foreach (HeardSentence sentence in sound.Sentences)
        {
            int first = SoundPool.FirstFrame((int)logMel_MF.shape[1], (sentence.Start + sentence.End) / 2, recipe.Frames, rate);
            windows.Add((sentence.Text, model.Windows(logMel_MF.narrow(1, first, recipe.Frames).unsqueeze(0)).data<float>().ToArray()));
        }

        return windows;
    }

    /// <summary>Puts windows of different sentences together, and looks in each full group for the sentence of each window.</summary>
    private static (int Right, int Asked) Retrieve(List<(string Text, float[] Joint_J)> windows, int candidates, Func<string[], Tensor> texts)
    {
        var groups = new List<Dictionary<string, float[]>>();
        foreach ((string text, float[] joint_J) in windows)
        {
            Dictionary<string, float[]>? group = groups.Find(g => g.Count < candidates && !g.ContainsKey(text));
            if (group is null)
                groups.Add(group = new Dictionary<string, float[]>(StringComparer.Ordinal));
            group[text] = joint_J;
        }

        int right = 0, asked = 0;
        foreach (Dictionary<string, float[]> group in groups.Where(g => g.Count == candidates))
        {
            using DisposeScope turn = NewDisposeScope();
            Tensor window_SJ = tensor(group.Values.SelectMany(v => v).ToArray(), [candidates, group.Values.First().Length]);
            Tensor text_CJ = texts([.. group.Keys]);
            long[] nearest = nn.functional.normalize(window_SJ, dim: 1).matmul(nn.functional.normalize(text_CJ, dim: 1).t()).argmax(1).data<long>().ToArray();
            right += nearest.Where((n, i) => n == i).Count();
            asked += candidates;
        }

        return (right, asked);
    }

    private static double Probe(Second[] seconds, Func<Second, int> label, int classes)
    {
        Second[] fitted = [.. seconds.Where(s => s.Fitted)], scored = [.. seconds.Where(s => !s.Fitted)];
        using DisposeScope scope = NewDisposeScope();
        using SupervisedProbe probe = SupervisedProbe.Fit(Rows(fitted), [.. fitted.Select(label)], classes);
        return probe.Accuracy(Rows(scored), [.. scored.Select(label)]);
    }

    private static Tensor Rows(Second[] seconds) => tensor(seconds.SelectMany(s => s.Feature_D).ToArray(), [seconds.Length, seconds[0].Feature_D.Length]);

    /// <summary>A second of a held-out track.</summary>
    private sealed record Second(bool Fitted, string? Action, float[] Feature_D);
}
