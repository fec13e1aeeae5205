using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, K words, D width.

/// <summary>Words and sentences by a bidirectional LSTM that never sees padding (LGI section 3.2; released code QuerySequenceEncoder).</summary>
public sealed class LgiQueryEncoder : nn.Module
{
    public readonly Embedding embedding;
    public readonly LSTM rnn;
    private readonly long half;

    public LgiQueryEncoder(LgiConfig config) : base(nameof(LgiQueryEncoder))
    {
        ArgumentNullException.ThrowIfNull(config);
        half = config.Width / 2;
        embedding = nn.Embedding(config.Vocabulary, config.WordWidth);
        rnn = nn.LSTM(config.WordWidth, half, config.TextLayers, batchFirst: true, dropout: config.TextLayers > 1 ? config.Dropout : 0, bidirectional: true);
        RegisterComponents();
    }

    /// <summary>Words (B, K, D), zero behind a sentence, and sentences (B, D): forward at the last word, backward at the first.</summary>
    public (Tensor Words_BKD, Tensor Sentence_BD) Encode(Tensor ids_BK, Tensor mask_BK)
    {
        Tensor lengths_B = mask_BK.to(ScalarType.Int64).sum(1);
        using nn.utils.rnn.PackedSequence packed = nn.utils.rnn.pack_padded_sequence(embedding.forward(ids_BK), lengths_B.cpu(), batch_first: true, enforce_sorted: false);
        (nn.utils.rnn.PackedSequence output, _, _) = rnn.call(packed);
        (Tensor words_BKD, _) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true, total_length: ids_BK.size(1));
        output.Dispose();
        Tensor last_B1H = (lengths_B - 1).reshape(-1, 1, 1).expand(words_BKD.size(0), 1, half);
        Tensor forward_BH = words_BKD.narrow(2, 0, half).gather(1, last_B1H).squeeze(1), backward_BH = words_BKD.narrow(2, half, half).select(1, 0);
        return (words_BKD, cat([forward_BH, backward_BH], 1));
    }
}
