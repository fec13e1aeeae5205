using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>How the small S3D is trained by MIL-NCE. The committed weights were made by the defaults; the weights' JSON says how long that took and what they score.</summary>
public sealed record S3dRecipe
{
    /// <summary>Sizes; the number of words is replaced by the learnt vocabulary's.</summary>
    public S3dConfig Model { get; init; } = S3dConfig.Tiny;

    /// <summary>Optimiser steps.</summary>
    public int Steps { get; init; } = 3_500;

    /// <summary>Clips of a step.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Everything random comes from here: weights, videos, clips, augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Highest learning rate (AdamW).</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Steps over which the learning rate rises from 0; from there it falls to 0 along a half cosine.</summary>
    public int WarmUp { get; init; } = 100;

    /// <summary>Decay of kernels and matrices; gains, biases and word vectors have none.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Largest norm of the gradient.</summary>
    public double ClipNorm { get; init; } = 5;

    /// <summary>Word slots of a caption in training.</summary>
    public int WordSlots { get; init; } = 16;

    /// <summary>Words heard less often in <see cref="VocabularyVideos"/> videos are no part of the vocabulary.</summary>
    public int WordFrequency { get; init; } = 3;

    /// <summary>Videos whose narration the vocabulary is taken from.</summary>
    public int VocabularyVideos { get; init; } = 1_000;

    /// <summary>The clips; frames and rate are the model's.</summary>
    public KitchenClipOptions Clips { get; init; } = new();

    /// <summary>Smallest share of the frame that a random crop keeps; the same for all frames of a clip, as the mirroring.</summary>
    public double SmallestCrop { get; init; } = 0.7;

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 100;
}
