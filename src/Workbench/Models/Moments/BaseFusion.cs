using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, K words, E word width, H LSTM width, D width, N clips.

/// <summary>The sentence's vector, and its Hadamard product with the map, L2-normalised over channels (2D-TAN section 3.3; released code base_fusion.py).</summary>
public sealed class BaseFusion : nn.Module
{
    public readonly LSTM textual_encoder;
    public readonly Linear tex_linear;
    public readonly Conv2d vis_conv;
    private readonly TwoDTanConfig config;

    public BaseFusion(TwoDTanConfig config) : base(nameof(BaseFusion))
    {
        ArgumentNullException.ThrowIfNull(config);
        this.config = config;
        long hidden = config.Bidirectional ? config.Width / 2 : config.Width;
        textual_encoder = nn.LSTM(config.WordWidth, hidden, config.TextLayers, batchFirst: true, bidirectional: config.Bidirectional);
        tex_linear = nn.Linear(config.Width, config.Width);
        vis_conv = nn.Conv2d(config.Width, config.Width, 1);
        RegisterComponents();
    }

    /// <summary>The sentences' vectors, (B, D).</summary>
    /// <param name="words_BKE">Word vectors.</param>
    /// <param name="mask_BK">True where a position is a word; words come first, each sentence has one.</param>
    public Tensor Encode(Tensor words_BKE, Tensor mask_BK)
    {
        Tensor lengths_B = mask_BK.to(ScalarType.Int64).sum(1);
        return tex_linear.forward(config.Sentence == SentenceVector.LastHidden ? LastHidden(words_BKE, lengths_B) : LastStep(words_BKE, lengths_B));
    }

    /// <summary>The fused map, (B, D, N, N), zero where a cell is no moment.</summary>
    public Tensor Fuse(Tensor sentence_BD, Tensor map_BDNN, Tensor mask_11NN) =>
        nn.functional.normalize(sentence_BD.unsqueeze(2).unsqueeze(3) * vis_conv.forward(map_BDNN), dim: 1) * mask_11NN;

    private Tensor LastStep(Tensor words_BKE, Tensor lengths_B)
    {
        (Tensor states_BKH, _, _) = textual_encoder.call(words_BKE);
        Tensor last_B1H = (lengths_B - 1).reshape(-1, 1, 1).expand(states_BKH.size(0), 1, states_BKH.size(2));
        return states_BKH.gather(1, last_B1H).squeeze(1);
    }

    private Tensor LastHidden(Tensor words_BKE, Tensor lengths_B)
    {
        using nn.utils.rnn.PackedSequence packed = nn.utils.rnn.pack_padded_sequence(words_BKE, lengths_B.cpu(), batch_first: true, enforce_sorted: false);
        (nn.utils.rnn.PackedSequence output, Tensor hidden, _) = textual_encoder.call(packed);
        output.Dispose();
        long last = hidden.size(0) - 1;
        return config.Bidirectional ? cat([hidden[last - 1], hidden[last]], 1) : hidden[last];
    }
}
