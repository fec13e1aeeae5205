using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: B clips, V videos, T sentences, R regions, K words, A steps of sound, D input width, d common width.

/// <summary>
/// What-When-Where (CVPR 2024, sections 3.3-3.4; released code class S3D_clip, s3dg_clip.py 427-506): four projections of frozen
/// backbone features, two for the global branch (when) and two for the local branch (where), and the cross-modal attention of the
/// local branch. Parameter names are those of released checkpoints: <c>vis_proj_mat.0.weight</c>, <c>sa_layer.vis_attn_mat.in_proj_weight</c>, ….
/// </summary>
public sealed class GlobalLocalModel : nn.Module
{
    public readonly Sequential vis_proj_mat;
    public readonly Sequential lang_proj_mat;
    public readonly Sequential vis_proj_mat_g;
    public readonly Sequential lang_proj_mat_g;
    public readonly SelfAttentionLayers sa_layer;

    /// <summary>Steps of sound into the local branch; null where the model takes none. The names are ours: no checkpoint with sound was published.</summary>
    public readonly Sequential? audio_proj_mat;

    /// <summary>Sound into the global branch.</summary>
    public readonly Sequential? audio_proj_mat_g;

    /// <summary>The self-attention of sound, where it has its own.</summary>
    public readonly SelfAttention? audio_attn_mat;

    private readonly CrossModalAttention attention;
    private readonly CrossModalAttention? videoAudio, audioText;

    public GlobalLocalModel(GlobalLocalConfig config) : base("GlobalLocalModel")
    {
        ArgumentNullException.ThrowIfNull(config);
        Config = config;
        vis_proj_mat = nn.Sequential(("0", nn.Linear(config.RegionWidth, config.Width)));
        lang_proj_mat = nn.Sequential(("0", nn.Linear(config.WordWidth, config.Width)));
        vis_proj_mat_g = Global(config.FrameWidth, config);
        lang_proj_mat_g = Global(config.SentenceWidth, config);
        attention = new CrossModalAttention(config.Width, config.Attention);
        sa_layer = attention.sa_layer;
        // The attention module is ours, its parameters are the checkpoint's "sa_layer.…": register only those.
        register_module(nameof(vis_proj_mat), vis_proj_mat);
        register_module(nameof(lang_proj_mat), lang_proj_mat);
        register_module(nameof(vis_proj_mat_g), vis_proj_mat_g);
        register_module(nameof(lang_proj_mat_g), lang_proj_mat_g);
        register_module(nameof(sa_layer), sa_layer);
        if (config.Audio.Width == 0)
            return;
        if (config.Audio.Form == AudioForm.WordsOfVideo && config.Attention.Layers != AttentionLayers.CrossSelfCross)
            throw new ArgumentException($"{nameof(AudioForm)}.{nameof(AudioForm.WordsOfVideo)} is defined for {AttentionLayers.CrossSelfCross}; the attention has {config.Attention.Layers}.", nameof(config));
        // Drawn last: whether there is sound changes no other weight of a seed.
        audio_proj_mat = nn.Sequential(("0", nn.Linear(config.Audio.Width, config.Width)));
        audio_proj_mat_g = Global(config.Audio.Width, config);
        register_module(nameof(audio_proj_mat), audio_proj_mat);
        register_module(nameof(audio_proj_mat_g), audio_proj_mat_g);
        if (!config.Audio.SharedSelfAttention)
        {
            audio_attn_mat = new SelfAttention(config.Width);
            register_module(nameof(audio_attn_mat), audio_attn_mat);
        }

        SelfAttention heard = audio_attn_mat ?? sa_layer.vis_attn_mat;
        videoAudio = new CrossModalAttention(config.Width, config.Attention, new SelfAttentionLayers(sa_layer.vis_attn_mat, heard));
        audioText = new CrossModalAttention(config.Width, config.Attention, new SelfAttentionLayers(heard, sa_layer.text_attn_mat));
    }

    public GlobalLocalConfig Config { get; }

    public override void train(bool train = true)
    {
        base.train(train);
        attention.train(train);
        videoAudio?.train(train);
        audioText?.train(train);
    }

    /// <summary>f(V): frames or clips into the common space of the global branch, (…, D) to (…, d).</summary>
    public Tensor ProjectFrames(Tensor frames) => vis_proj_mat_g.forward(Expect(frames, Config.FrameWidth, nameof(frames)));

    /// <summary>g(S): sentences into the common space of the global branch.</summary>
    public Tensor ProjectSentences(Tensor sentences) => lang_proj_mat_g.forward(Expect(sentences, Config.SentenceWidth, nameof(sentences)));

    /// <summary>f'(v): regions into the common space of the local branch.</summary>
    public Tensor ProjectRegions(Tensor regions) => vis_proj_mat.forward(Expect(regions, Config.RegionWidth, nameof(regions)));

    /// <summary>g'(s): words into the common space of the local branch.</summary>
    public Tensor ProjectWords(Tensor words) => lang_proj_mat.forward(Expect(words, Config.WordWidth, nameof(words)));

    /// <summary>Sound into the common space of the global branch, (…, D) to (…, d).</summary>
    /// <exception cref="InvalidOperationException">The model takes no sound.</exception>
    public Tensor ProjectAudio(Tensor audio) => Heard(audio_proj_mat_g).forward(Expect(audio, Config.Audio.Width, nameof(audio)));

    /// <summary>Scores of every video with every sentence by the global branch, (V, T): dot products, not normalised (section 3.4).</summary>
    public Tensor GlobalScores(Tensor video_VD, Tensor sentence_TD) => matmul(ProjectFrames(video_VD), ProjectSentences(sentence_TD).t());

    /// <summary>Scores of every video with every sentence by the local branch, (V, T).</summary>
    /// <param name="regions_VRD">The selected frames' regions, R = T·N.</param>
    /// <param name="words_TKD">Word features.</param>
    /// <param name="mask_TK">True where a position is a word.</param>
    public Tensor LocalScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK) =>
        attention.Scores(ProjectRegions(regions_VRD), ProjectWords(words_TKD), mask_TK);

    /// <summary>
    /// Scores of every pair with sound by the local branch. <see cref="AudioForm.Pairs"/>: of every video with every sound, (V, V), and of every sound with
    /// every sentence, (V, T). <see cref="AudioForm.WordsOfVideo"/>: both (V, T), sound and video of the same clip.
    /// </summary>
    /// <param name="regions_VRD">The selected frames' regions.</param>
    /// <param name="words_TKD">Word features.</param>
    /// <param name="mask_TK">True where a position is a word.</param>
    /// <param name="audio_VAD">Features of the sound's steps.</param>
    /// <exception cref="InvalidOperationException">The model takes no sound.</exception>
    public (Tensor VideoAudio, Tensor AudioText) LocalAudioScores(Tensor regions_VRD, Tensor words_TKD, Tensor mask_TK, Tensor audio_VAD)
    {
        Tensor audio_VAd = Heard(audio_proj_mat).forward(Expect(audio_VAD, Config.Audio.Width, nameof(audio_VAD)));
        Tensor regions_VRd = ProjectRegions(regions_VRD), words_TKd = ProjectWords(words_TKD);
        if (Config.Audio.Form == AudioForm.WordsOfVideo)
            return attention.AudioScores(regions_VRd, words_TKd, mask_TK, audio_VAd, audio_attn_mat ?? sa_layer.vis_attn_mat);
        Tensor all_VA = ones(audio_VAd.size(0), audio_VAd.size(1), dtype: ScalarType.Bool, device: audio_VAd.device);
        return (videoAudio!.Scores(regions_VRd, audio_VAd, all_VA), audioText!.Scores(audio_VAd, words_TKd, mask_TK));
    }

    private static Sequential Heard(Sequential? projection) => projection ?? throw new InvalidOperationException("This model was made without sound.");

    /// <summary>The attention weights behind a heat map: W windows of regions, one sentence each.</summary>
    public RolloutFactors Attend(Tensor regions_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegionAttention = false) =>
        attention.Factors(ProjectRegions(regions_WRD), ProjectWords(words_WKD), mask_WK, withRegionAttention);

    /// <summary>
    /// Makes the four projections hand their input on unchanged: the global branch then answers as the frozen backbone does, and the local
    /// branch compares words and regions as the backbone gives them. The self-attention layers stay as they are.
    /// </summary>
    /// <exception cref="InvalidOperationException">A projection changes the width, or is gated.</exception>
    public void MakeIdentity() => StartFrom(regions => regions, words => words);

    /// <summary>
    /// The same for a backbone whose regions and words have widths of their own: the local projections become the affine maps by which it
    /// brings them into its joint space.
    /// </summary>
    /// <exception cref="InvalidOperationException">A global projection or a map gives another width than the model's, or a projection is gated.</exception>
    public void StartFrom(Func<Tensor, Tensor> joinRegions, Func<Tensor, Tensor> joinWords)
    {
        ArgumentNullException.ThrowIfNull(joinRegions);
        ArgumentNullException.ThrowIfNull(joinWords);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        Set(vis_proj_mat_g, x => x);
        Set(lang_proj_mat_g, x => x);
        Set(vis_proj_mat, joinRegions);
        Set(lang_proj_mat, joinWords);
    }

    /// <summary>Makes a plain projection do what an affine map does.</summary>
    internal static void Set(Sequential projection, Func<Tensor, Tensor> map)
    {
        Dictionary<string, Parameter> parameters = projection.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        if (parameters.Count != 2 || parameters["0.weight"].shape is not [long rows, long columns])
            throw new InvalidOperationException("Only a plain projection can start as the backbone's.");
        Tensor weight = parameters["0.weight"], offset = map(zeros([1, columns], weight.dtype, weight.device)), axes = map(eye(columns, columns, weight.dtype, weight.device));
        if (axes.size(-1) != rows)
            throw new InvalidOperationException($"Only a projection to the backbone's width can hand its input on: the model's is {rows}, the backbone's {axes.size(-1)}.");
        weight.copy_((axes - offset).t());
        parameters["0.bias"].copy_(offset.squeeze(0));
    }

    private static Sequential Global(long input, GlobalLocalConfig config) => config.GatedGlobal
        ? nn.Sequential(("0", new GatedEmbeddingUnit(input, config.Width)))
        : nn.Sequential(("0", nn.Linear(input, config.Width)));

    private static Tensor Expect(Tensor tensor, long width, string name) => tensor.size(-1) == width ? tensor
        : throw new ArgumentException($"Expected features of width {width}, got shape ({string.Join(", ", tensor.shape)}).", name);
}
