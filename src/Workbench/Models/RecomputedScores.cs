using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Models;

/// <summary>
/// Scores of a block of videos with all sentences, of which nothing but the inputs is kept for the backward step: that computes them once more
/// (gradient checkpointing, Chen et al. 2016). A third more work for a memory that no longer grows with the batch's square.
/// </summary>
internal sealed class RecomputedScores : autograd.SingleTensorFunction<RecomputedScores>
{
    private const string Work = "work", Parameters = "parameters";

    /// <param name="work">The scores of videos and words.</param>
    /// <param name="video_VRD">A block of videos.</param>
    /// <param name="words_TKD">All sentences.</param>
    /// <param name="parameters">What else <paramref name="work"/> depends on.</param>
    public static Tensor Of(Func<Tensor, Tensor, Tensor> work, Tensor video_VRD, Tensor words_TKD, Tensor[] parameters) => apply([work, video_VRD, words_TKD, .. parameters]);

    public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var work = (Func<Tensor, Tensor, Tensor>)vars[0]!;
        (Tensor video, Tensor words) = ((Tensor)vars[1]!, (Tensor)vars[2]!);
        ctx.save_for_backward([video, words]);
        ctx.save_data(Work, work);
        ctx.save_data(Parameters, vars[3..].Cast<Tensor>().ToArray());
        using DisposeScope scope = NewDisposeScope();
        return work(video, words).MoveToOuterDisposeScope();
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        using DisposeScope scope = NewDisposeScope();
        using var grad = enable_grad();
        List<Tensor> saved = ctx.get_saved_variables();
        Tensor video = saved[0].detach().requires_grad_(), words = saved[1].detach().requires_grad_();
        Tensor scores = ((Func<Tensor, Tensor, Tensor>)ctx.get_data(Work))(video, words);
        IList<Tensor> found = autograd.grad([scores], [video, words, .. (Tensor[])ctx.get_data(Parameters)], [grad_output]);
        return [.. found.Select(g => g.MoveToOuterDisposeScope())];
    }
}
