using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: F time steps, N cells, D width.

/// <summary>Asks a frozen backbone alone where a sentence is: each cell's cosine with the sentence in the joint space, softmax over a step's cells at CLIP's temperature.</summary>
public sealed class SentenceCells(IBackbone backbone)
{
    /// <summary>One map a time step.</summary>
    public IReadOnlyList<HeatMap> HeatMaps(Tensor regions_FND, string sentence)
    {
        ArgumentNullException.ThrowIfNull(regions_FND);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor cell_FND = nn.functional.normalize(backbone.JoinRegions(regions_FND), dim: -1), sentence_D = nn.functional.normalize(backbone.EncodeText([sentence]).Global_BD[0], dim: -1);
        float[] heat = (matmul(cell_FND, sentence_D) / 0.07).softmax(-1).to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray();
        int cells = (int)regions_FND.size(1), grid = (int)Math.Round(Math.Sqrt(cells));
        return [.. heat.Chunk(cells).Select(values => new HeatMap(grid, grid, values))];
    }
}
