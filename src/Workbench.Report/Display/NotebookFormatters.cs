using TorchSharp;
using Workbench.Report.Views;
using Workbench.Training;

namespace Workbench.Report.Display;

/// <summary>How a notebook shows types that are not ours to mark. The kernel finds this class and its method by name.</summary>
public static class NotebookFormatters
{
    /// <summary>The bundle of a tensor, a model or a recipe; null for everything else.</summary>
    public static IReadOnlyDictionary<string, object>? ToMimeBundle(object value) => value switch
    {
        torch.Tensor tensor => TensorView.Of(tensor).ToMimeBundle(),
        torch.nn.Module model => ModelView.Of(model).ToMimeBundle(),
        Recipe recipe => RecipeDifference.Of(recipe).ToMimeBundle(),
        _ => null,
    };
}
