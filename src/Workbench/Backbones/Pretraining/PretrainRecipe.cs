using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>How the small CLIP is trained. The committed weights were made by the defaults; the weights' JSON says how long that took and what they score.</summary>
public sealed record PretrainRecipe
{
    /// <summary>Sizes; the vocabulary's size is replaced by the learnt tokenizer's.</summary>
    public ClipConfig Model { get; init; } = ClipConfig.Tiny;

    /// <summary>Optimiser steps.</summary>
    public int Steps { get; init; } = 1_600;

    /// <summary>Image-caption pairs of a step; every other pair's caption is a negative, equal captions excepted.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Everything random comes from here: weights, scenes, captions, augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Highest learning rate (AdamW, β = 0.9, 0.98).</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Steps over which the learning rate rises from 0; from there it falls to 0 along a half cosine.</summary>
    public int WarmUp { get; init; } = 100;

    /// <summary>Decay of matrices; gains, biases, embeddings and the temperature have none.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Largest norm of the gradient.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Merges to learn at most from the captions.</summary>
    public int Merges { get; init; } = 1_000;

    /// <summary>
    /// The stills. As on the web, captions name things and places more than what is done to them: there is to be something left for
    /// narrations to teach.
    /// </summary>
    public StillOptions Stills { get; init; } = new() { ActionShare = 0.65, CaptionNamesAction = 0.7 };

    /// <summary>Smallest share of the frame that a random crop keeps.</summary>
    public double SmallestCrop { get; init; } = 0.7;

    /// <summary>Share of captions that get some everyday words of speech before or behind them.</summary>
    public double ChatterShare { get; init; } = 0.25;

    /// <summary>Weight of the loss over the grid's cells beside that of the class token (1); 0 is CLIP's own recipe.</summary>
    public double CellWeight { get; init; } = 0.5;

    /// <summary>Steps between checkpoints.</summary>
    public int CheckpointEvery { get; init; } = 200;
}
