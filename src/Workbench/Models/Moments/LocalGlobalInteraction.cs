using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, P phrases, D width.

/// <summary>
/// Each phrase is fused with the segments and sees their neighbours; the phrases are added up by their weights and see the whole video (LGI section 3.4;
/// released code LocalGlobalVideoTextInteractions, whose modules for the phrases start as copies of one).
/// </summary>
public sealed class LocalGlobalInteraction : nn.Module
{
    public readonly ModuleList<HadamardFusion> fusion_fn;
    public readonly ModuleList<LocalContext> local_fn;
    public readonly AttentivePooling satt_fn;
    public readonly ModuleList<NonLocalBlock> global_fn;

    public LocalGlobalInteraction(LgiConfig config) : base(nameof(LocalGlobalInteraction))
    {
        ArgumentNullException.ThrowIfNull(config);
        fusion_fn = Copies(config.Phrases, () => new HadamardFusion(config.Width));
        local_fn = Copies(config.Phrases, () => new LocalContext(config.Width, config.LocalKernel));
        satt_fn = new AttentivePooling(config.Width, config.AttentionWidth);
        global_fn = Copies(config.GlobalBlocks, () => new NonLocalBlock(config.Width, config.GlobalHeads));
        RegisterComponents();
    }

    /// <summary>Segments (B, T, D), the mask (B, T), phrases (B, P, D) to segments that know the sentence (B, T, D).</summary>
    public Tensor Interact(Tensor segments_BTD, Tensor mask_BT, Tensor phrases_BPD)
    {
        Tensor weight_BP = satt_fn.Weigh(phrases_BPD);
        Tensor? sum_BTD = null;
        for (int n = 0; n < fusion_fn.Count; n++)
        {
            Tensor seen_BTD = local_fn[n].forward(fusion_fn[n].forward(segments_BTD, phrases_BPD.select(1, n))) * weight_BP.narrow(1, n, 1).unsqueeze(2);
            sum_BTD = sum_BTD is null ? seen_BTD : sum_BTD + seen_BTD;
        }

        foreach (NonLocalBlock block in global_fn)
            sum_BTD = block.forward(sum_BTD!, mask_BT);
        return sum_BTD!;
    }

    private static ModuleList<T> Copies<T>(int count, Func<T> make)
        where T : nn.Module
    {
        T[] modules = [.. Enumerable.Range(0, count).Select(_ => make())];
        foreach (T copy in modules.Skip(1))
            copy.load_state_dict(modules[0].state_dict());
        return new ModuleList<T>(modules);
    }
}
