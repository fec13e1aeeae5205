using TorchSharp;

namespace Workbench.Experiments.Comma;

/// <summary>A trained method of CoMMA's tables, in evaluation mode.</summary>
/// <param name="Model">The model; disposed with this.</param>
/// <param name="Losses">The loss of every step.</param>
public sealed record TrainedComma(torch.nn.Module Model, IReadOnlyList<float> Losses) : IDisposable
{
    public void Dispose() => Model.Dispose();
}
