using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: V videos, T sentences, R regions, K words, W windows, D input width, d common width.

/// <summary>
/// CoMMA (Tan et al., NeurIPS 2021; released code s3dg.py 217-466): regions and words projected to one width, one or two modules of cross- and
/// self-attention, means over regions and over words, contrasted directly. In <see cref="CommaForm.Released"/> with the layers that What-When-Where has, scores are those of its
/// <see cref="CrossModalAttention"/>, factorised; every other variant forms all vectors.
/// </summary>
public sealed class CommaModel : nn.Module, IRegionWordModel
{
    public readonly Sequential vis_proj_mat;
    public readonly Sequential lang_proj_mat;
    private readonly CrossModalAttention? shared;
    private readonly ICommaStack stack;
    private readonly Sequential? word_value;

    public CommaModel(CommaConfig config) : base("CommaModel")
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Check();
        Config = config;
        vis_proj_mat = nn.Sequential(("0", nn.Linear(config.RegionWidth, config.Width)));
        lang_proj_mat = nn.Sequential(("0", nn.Linear(config.WordWidth, config.Width)));
        register_module(nameof(vis_proj_mat), vis_proj_mat);
        register_module(nameof(lang_proj_mat), lang_proj_mat);
        stack = config.Form == CommaForm.Masked ? Masked(config) : Separate(config, out shared);
        if (!config.WordValues)
            return;
        word_value = nn.Sequential(("0", nn.Linear(config.Width, config.Width)), ("1", nn.ReLU()), ("2", nn.Linear(config.Width, config.Width)));
        register_module(nameof(word_value), word_value);
    }

    public CommaConfig Config { get; }

    /// <summary>False where every vector of every pair is formed.</summary>
    public bool IsFactorised => shared is not null;

    public override void train(bool train = true)
    {
        base.train(train);
        shared?.train(train);
    }

    /// <inheritdoc/>
    public Tensor SentenceScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => shared is not null
        ? shared.Scores(ProjectRegions(regions_VRD), ProjectWords(words_TKD), mask_TK)
        : Sentence(Pairs(ProjectRegions(regions_VRD), ProjectWords(words_TKD), mask_TK));

    /// <inheritdoc/>
    public Tensor WordScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) => BothScores(regions_VRD, words_TKD, mask_TK).Word_VTK;

    /// <inheritdoc/>
    public (Tensor Sentence_VT, Tensor Word_VTK) BothScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK)
    {
        if (word_value is null)
            throw new NotSupportedException($"This model has no values of words; set {nameof(CommaConfig)}.{nameof(CommaConfig.WordValues)}.");
        Tensor words_TKd = ProjectWords(words_TKD);
        AttentionPass pass = Pairs(ProjectRegions(regions_VRD), words_TKd, mask_TK);
        return (Sentence(pass), (pass.Text_KD * word_value.forward(words_TKd).unsqueeze(0)).sum(-1));
    }

    /// <inheritdoc/>
    public AttentionPass Attend(Tensor regions_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegions = false) =>
        stack.Run(ProjectRegions(regions_WRD), ProjectWords(words_WKD), mask_WK, withRegions);

    /// <summary>Every video with every sentence, all vectors formed, (V, T, …).</summary>
    public AttentionPass Pairs(Tensor video_VRd, Tensor words_TKd, Tensor mask_TK)
    {
        ArgumentNullException.ThrowIfNull(video_VRd);
        ArgumentNullException.ThrowIfNull(words_TKd);
        ArgumentNullException.ThrowIfNull(mask_TK);
        return stack.Run(video_VRd.unsqueeze(1), words_TKd.unsqueeze(0), mask_TK.unsqueeze(0), withRegions: false);
    }

    /// <summary>
    /// Begins where the backbone stands: the projections bring regions and words into its joint space, and the projections of masked layers hand their input on. A setting of
    /// ours for few videos; the paper starts at random.
    /// </summary>
    /// <exception cref="InvalidOperationException">A map gives another width than the model's.</exception>
    public void StartFrom(Func<Tensor, Tensor> joinRegions, Func<Tensor, Tensor> joinWords)
    {
        ArgumentNullException.ThrowIfNull(joinRegions);
        ArgumentNullException.ThrowIfNull(joinWords);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        GlobalLocalModel.Set(vis_proj_mat, joinRegions);
        GlobalLocalModel.Set(lang_proj_mat, joinWords);
        foreach (MaskedAttention layer in (stack as MaskedStack)?.Layers ?? [])
            layer.MakeIdentity();
    }

    public Tensor ProjectRegions(Tensor regions) => vis_proj_mat.forward(Expect(regions, Config.RegionWidth, nameof(regions)));

    public Tensor ProjectWords(Tensor words) => lang_proj_mat.forward(Expect(words, Config.WordWidth, nameof(words)));

    /// <summary>⟨mean region, mean word⟩ of every pair, not normalised (Eq. 5).</summary>
    private static Tensor Sentence(AttentionPass pass) => (pass.PooledVideo() * pass.PooledText()).sum(-1);

    private MaskedStack Masked(CommaConfig config)
    {
        MaskedAttention[] layers = [.. MaskedStack.Plan(config).Select(_ => new MaskedAttention(config.Width))];
        for (int i = 0; i < layers.Length; i++)
            register_module($"layer_{i}", layers[i]);
        return new MaskedStack(config, layers);
    }

    private SeparateStack Separate(CommaConfig config, out CrossModalAttention? same)
    {
        var attention = new CrossModalAttention(config.Width, config.Attention with
        {
            Layers = config.Layers == CommaLayers.CrossSelfCross ? AttentionLayers.CrossSelfCross : AttentionLayers.CrossCross,
        });
        SelfAttentionLayers[] modules = config.Layers == CommaLayers.CrossSelfCross
            ? [attention.sa_layer, .. Enumerable.Range(1, config.Modules - 1).Select(_ => new SelfAttentionLayers(config.Width))]
            : [];
        SelfAttention[] overTime = config.Regions == RegionAttention.SpatialTemporal ? [.. modules.Select(_ => new SelfAttention(config.Width))] : [];
        for (int i = 0; i < modules.Length; i++)
            register_module(i == 0 ? "sa_layer" : $"sa_layer_{i + 1}", modules[i]);
        for (int i = 0; i < overTime.Length; i++)
            register_module($"time_layer_{i + 1}", overTime[i]);
        same = config is { Modules: 1, Regions: RegionAttention.Spatiotemporal, Layers: not CommaLayers.Cross } ? attention : null;
        return new SeparateStack(config, modules, overTime, () => training);
    }

    private static Tensor Expect(Tensor tensor, long width, string name) => tensor.size(-1) == width ? tensor
        : throw new ArgumentException($"Expected features of width {width}, got shape ({string.Join(", ", tensor.shape)}).", name);
}
