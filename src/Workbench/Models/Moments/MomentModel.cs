using static TorchSharp.torch;

namespace Workbench.Models.Moments;

/// <summary>A model that finds the moment of a sentence in a video, from frozen features.</summary>
public abstract class MomentModel(string name) : nn.Module(name)
{
    /// <summary>How videos are sampled for it.</summary>
    public abstract VideoSampling Sampling { get; }

    /// <summary>C, clips it takes.</summary>
    public abstract int SampledClips { get; }

    /// <summary>T, clips of <see cref="MomentOutput.Clips_BTD"/>.</summary>
    public abstract int Clips { get; }

    /// <summary>D, the width of clips and sentences in <see cref="MomentOutput"/>.</summary>
    public abstract long Width { get; }

    /// <summary>The answers to a batch.</summary>
    /// <exception cref="ArgumentException">The features are not of the model's widths.</exception>
    public abstract MomentOutput Ground(MomentBatch batch);

    private protected void Expect(Tensor tensor, string what, params long[] shape)
    {
        if (tensor.dim() != shape.Length || tensor.shape.Zip(shape).Any(pair => pair.Second >= 0 && pair.First != pair.Second))
            throw new ArgumentException($"{GetName()}: expected {what} of shape ({string.Join(", ", shape.Select(n => n < 0 ? "·" : n.ToString(System.Globalization.CultureInfo.InvariantCulture)))}), got ({string.Join(", ", tensor.shape)}).");
    }
}
