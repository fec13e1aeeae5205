using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>A backbone that can be trained with the model on top of it (the papers' CLIP*). As an <see cref="IBackbone"/> it stays frozen.</summary>
public interface ITrainableBackbone : IBackbone
{
    /// <summary>What training changes, by the names that weights files use.</summary>
    IEnumerable<(string Name, Parameter Value)> NamedParameters();

    /// <summary>A backbone with the same weights of its own, so that training it leaves this one as it is.</summary>
    ITrainableBackbone Copy();

    /// <summary><see cref="IBackbone.EncodeFrames"/> with gradients, in single precision. Running statistics stay as they are.</summary>
    FrameFeatures EncodeFramesToTrain(Tensor frames_B3HW);

    /// <summary><see cref="IBackbone.EncodeText"/> with gradients.</summary>
    TextFeatures EncodeTextToTrain(IReadOnlyList<string> sentences);

    /// <summary>Writes the weights as they are now; the file is opened again by <see cref="BackboneFile.Load"/>.</summary>
    void Save(string path);

    /// <summary>Loads a file of <see cref="Save"/> to where this one runs.</summary>
    ITrainableBackbone Reload(string path);
}
