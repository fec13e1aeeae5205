using TorchSharp;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Training.Moments;

/// <summary>A base model and its branch as one list of parameters, as an optimiser and a checkpoint want them: "base.…" and "branch.…".</summary>
internal sealed class MomentPair : nn.Module
{
    public MomentPair(MomentModel model, SupportSetBranch? branch) : base(nameof(MomentPair))
    {
        register_module("base", model);
        if (branch is not null)
            register_module("branch", branch);
    }
}
