using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Moments;

/// <summary>A model of moments with what it was trained and is asked with.</summary>
public sealed record TrainedMoments(MomentModel Model, SupportSetBranch? Branch, MomentClips Training, MomentClips Testing, MomentVocabulary Vocabulary) : IDisposable
{
    public void Dispose()
    {
        Branch?.Dispose();
        Model.Dispose();
    }
}
