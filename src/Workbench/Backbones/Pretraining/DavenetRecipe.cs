using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>How the small DAVEnet is trained by MIL-NCE on sound tracks. The committed weights were made by the defaults; the weights' JSON says how long that took and what they score.</summary>
public sealed record DavenetRecipe
{
    /// <summary>Sizes: an eighth of AVLnet's widths.</summary>
    public DavenetConfig Model { get; init; } = new DavenetConfig().Scaled(1 / 8.0);

    /// <summary>Width of a word's vector.</summary>
    public int WordEmbedding { get; init; } = 64;

    /// <summary>Width of a word behind the text tower's first layer.</summary>
    public int WordWidth { get; init; } = 128;

    /// <summary>Width of the space that sound and sentences share.</summary>
    public int JointWidth { get; init; } = 128;

    /// <summary>Optimiser steps.</summary>
    public int Steps { get; init; } = 1_000;

    /// <summary>Windows of a step.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Everything random comes from here: weights, videos, windows.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Highest learning rate (AdamW).</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Steps over which the learning rate rises from 0; from there it falls to 0 along a half cosine.</summary>
    public int WarmUp { get; init; } = 50;

    /// <summary>Decay of kernels and matrices; gains, biases and word vectors have none.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Largest norm of the gradient.</summary>
    public double ClipNorm { get; init; } = 5;

    /// <summary>Word slots of a text.</summary>
    public int WordSlots { get; init; } = 16;

    /// <summary>Words heard less often in all tracks are no part of the vocabulary; those of the actions' labels always are.</summary>
    public int WordFrequency { get; init; } = 3;

    /// <summary>Sound tracks that windows are cut from. They are spoken and turned into spectrograms before the first step, about a MiB each.</summary>
    public int Tracks { get; init; } = 400;

    /// <summary>Frames of a window: 5.12 s.</summary>
    public int Frames { get; init; } = 512;

    /// <summary>Share of windows that are cut around a sentence; the others around a second in which an action is heard.</summary>
    public double SpokenShare { get; init; } = 0.5;

    /// <summary>The spectrograms, each of a whole track, so that 0 dB is the track's loudest moment, as when features are extracted.</summary>
    public LogMelOptions LogMel { get; init; } = new();

    /// <summary>How the videos are made: more action, and narrators who talk less beside the point, than the benchmark's.</summary>
    public KitchenOptions Videos { get; init; } = new()
    {
        Background = 0.3,
        ActionSeconds = (4, 16),
        Interruption = 0.1,
        Narration = new NarrationOptions { Mentioned = 1, MentionedAgain = 1, LagMean = 0, ChitChat = 0.3 },
    };

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 100;

    /// <exception cref="ArgumentException">A value is out of range, or sizes do not fit together.</exception>
    public void Check()
    {
        if (WordEmbedding < 1 || WordWidth < 1 || JointWidth < 1 || Steps < 1 || Batch < 1 || Tracks < 1 || Frames < 1 || WordSlots < 1 || CheckpointEvery < 1)
            throw new ArgumentException($"Positive sizes and counts are expected; {this} was given.");
        if (SpokenShare is not (>= 0 and <= 1))
            throw new ArgumentException($"{nameof(SpokenShare)} must be in 0 to 1; {SpokenShare} was given.");
        Model.Validate();
        LogMel.Check();
        if (Model.Bands != LogMel.Bands)
            throw new ArgumentException($"The model takes {Model.Bands} mel bands; the spectrograms have {LogMel.Bands}.");
        if (LogMel.SampleRate != KitchenSoundSampler.Rate)
            throw new ArgumentException($"Sound tracks have {KitchenSoundSampler.Rate} samples a second; the spectrograms are for {LogMel.SampleRate}.");
        double second = (double)LogMel.SampleRate / LogMel.Hop;
        if (Frames < 3 * second)
            throw new ArgumentException($"A window has 3 s at least, {3 * second:0} frames; {Frames} were given.");
        double shortest = Videos.TrainSeconds.From * second;
        if (Frames > shortest)
            throw new ArgumentException($"A window of {Frames} frames is longer than the shortest track, of {shortest:0}.");
    }
}
