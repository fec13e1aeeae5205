using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Training;

// Shapes: B clips, U candidate frames, T chosen frames, S side in pixels, N regions a frame, D feature width.

/// <summary>
/// Trains the backbone together with the model (CLIP*; What-When-Where appendix 8.1): the clips' frames are decoded and encoded in every step. Frames
/// are chosen by features without gradients; where the loss sees only the chosen ones, only those are encoded again with gradients, which gives
/// the same gradient for less memory. Crops and flips are not drawn.
/// </summary>
public sealed class BackboneTuning : IDisposable
{
    /// <summary>Room for decoded frames: the embedded benchmark fits whole.</summary>
    private const long FrameBytes = 1L << 30;

    private readonly Recipe _recipe;
    private readonly NarratedClips _clips;
    private readonly FrameCache _frames;

    /// <param name="recipe">With a <see cref="Recipe.BackboneLearningRate"/>.</param>
    /// <param name="backbone">Where training starts; it is copied and stays as it is.</param>
    /// <param name="clips">Which frames a step sees.</param>
    /// <param name="files">The file of each video.</param>
    /// <exception cref="ArgumentException">The recipe keeps the backbone frozen, the backbone cannot be trained, or a narrated video has no file.</exception>
    public BackboneTuning(Recipe recipe, IBackbone backbone, NarratedClips clips, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(backbone);
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(files);
        if (!(recipe.BackboneLearningRate > 0))
            throw new ArgumentException($"Recipe '{recipe.Name}' keeps the backbone frozen: a positive BackboneLearningRate was expected, it is {recipe.BackboneLearningRate}.", nameof(recipe));
        if (backbone is not ITrainableBackbone trainable)
            throw new ArgumentException($"'{backbone.Name}' cannot be trained with the model; a CLIP was expected.", nameof(backbone));
        string[] missing = [.. clips.VideoIds.Where(v => !files.ContainsKey(v))];
        if (missing.Length > 0)
            throw new ArgumentException($"Training the backbone needs the frames of all {clips.Videos} narrated videos; {missing.Length} have no file, the first is '{missing[0]}'.", nameof(files));
        (_recipe, _clips) = (recipe, clips);
        Backbone = trainable.Copy();
        _frames = new FrameCache(files, Backbone.InputSize, FrameBytes);
        Optimizer = recipe.NewOptimizer(Backbone.NamedParameters().Select(p => p.Value), recipe.BackboneLearningRate);
    }

    /// <summary>The backbone that is trained.</summary>
    public ITrainableBackbone Backbone { get; }

    public optim.Optimizer Optimizer { get; }

    /// <summary>Decodes the frames of a step's clips, several videos at a time.</summary>
    /// <exception cref="DataFormatException">A video cannot be decoded.</exception>
    public ClipFrames Read(int step)
    {
        IReadOnlyList<ClipWindow> windows = _clips.WindowsOf(step);
        int side = Backbone.InputSize, window = _recipe.CandidateFrames * side * side * 3;
        byte[] rgb = new byte[windows.Count * window];
        Parallel.For(0, windows.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => _frames.Read(windows[i], rgb.AsSpan(i * window, window)));
        return new ClipFrames(windows, rgb, [windows.Count, _recipe.CandidateFrames, side, side, 3]);
    }

    /// <summary>Encodes a step's clips with gradients, in the caller's dispose scope.</summary>
    public TrainingBatch ToBatch(ClipFrames frames, TrainingObjective objective, Device device)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(objective);
        Tensor pixels_BU3SS = tensor(frames.Rgb, frames.Shape, device: device).permute(0, 1, 4, 2, 3).to(ScalarType.Float32) / 255;
        Tensor there_BU = arange(_recipe.CandidateFrames, ScalarType.Int64, device).unsqueeze(0).lt(tensor(frames.Windows.Select(w => (long)w.Count).ToArray(), device: device).unsqueeze(1));
        TextFeatures text = Backbone.EncodeTextToTrain([.. frames.Windows.Select(w => w.Clip.Text)]);
        TrainingBatch Batch(FrameFeatures features, Tensor there_BT)
        {
            long[] grid = there_BT.shape;
            Tensor there_BT1 = there_BT.unsqueeze(-1).to(ScalarType.Float32);
            return new TrainingBatch(
                features.Global_BD.view(grid[0], grid[1], -1) * there_BT1,
                features.Local_BND.view(grid[0], grid[1], features.Local_BND.size(1), -1) * there_BT1.unsqueeze(-1),
                text.Global_BD, text.Words_BKD, text.Mask_BK)
            {
                Backbone = Backbone,
            };
        }

        // What the loss does not see needs no gradient.
        if (_recipe.GlobalLoss && _recipe.Pooling != ClipPooling.MeanOfSelected)
            return Batch(Backbone.EncodeFramesToTrain(pixels_BU3SS.flatten(0, 1)), there_BU);
        Tensor chosen_BT = objective.Select(Batch(Backbone.EncodeFrames(pixels_BU3SS.flatten(0, 1)), there_BU));
        Tensor row_B1 = arange(chosen_BT.size(0), ScalarType.Int64, device).unsqueeze(1);
        Tensor Chosen(Tensor source_BU) => source_BU.index(TensorIndex.Tensor(row_B1), TensorIndex.Tensor(chosen_BT));
        TrainingBatch batch = Batch(Backbone.EncodeFramesToTrain(Chosen(pixels_BU3SS).flatten(0, 1)), Chosen(there_BU));
        return batch with { Chosen_BT = arange(chosen_BT.size(1), ScalarType.Int64, device).unsqueeze(0).expand(chosen_BT.size(0), -1) };
    }

    /// <summary>Takes a step on the gradients there are, and clears them.</summary>
    public void Step(double learningRate)
    {
        foreach (var group in Optimizer.ParamGroups)
            group.LearningRate = learningRate;
        Optimizer.step();
        Optimizer.zero_grad();
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        Backbone.Dispose();
    }
}
