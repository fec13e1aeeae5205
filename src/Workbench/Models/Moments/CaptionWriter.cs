using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, L words said before, D width, V vocabulary.

/// <summary>Says a sentence from one vector, each word given those before it (Sscs Eq. 3 and 7). Used in training only.</summary>
public sealed class CaptionWriter : nn.Module
{
    /// <summary>Longest sentence that the Transformer has places for.</summary>
    private const int Places = 128;

    public readonly Embedding words;
    public readonly Linear start;
    public readonly Linear output;
    public readonly LSTM? lstm;
    public readonly GRU? gru;
    public readonly TransformerEncoderLayer? transformer;
    public readonly Embedding? places;

    public CaptionWriter(CaptionDecoder decoder, long width, long vocabulary) : base(nameof(CaptionWriter))
    {
        words = nn.Embedding(vocabulary, width);
        start = nn.Linear(width, width);
        output = nn.Linear(width, vocabulary);
        if (decoder == CaptionDecoder.Lstm)
            lstm = nn.LSTM(width, width, batchFirst: true);
        else if (decoder == CaptionDecoder.Gru)
            gru = nn.GRU(width, width, batchFirst: true);
        else
        {
            transformer = nn.TransformerEncoderLayer(width, Heads(width), 4 * width, 0);
            places = nn.Embedding(Places, width);
        }

        RegisterComponents();
    }

    /// <summary>Logits of the next word, (B, L, V).</summary>
    /// <param name="vector_BD">w.</param>
    /// <param name="said_BL">The words before each place, int64, the sign of the beginning first.</param>
    public Tensor Write(Tensor vector_BD, Tensor said_BL)
    {
        Tensor begin_BD = start.forward(vector_BD), said_BLD = words.forward(said_BL);
        if (transformer is not null)
            return output.forward(Attend(begin_BD, said_BLD));
        Tensor state_1BD = begin_BD.tanh().unsqueeze(0);
        return output.forward(lstm is not null ? lstm.call(said_BLD, (state_1BD, zeros_like(state_1BD))).Item1 : gru!.call(said_BLD, state_1BD).Item1);
    }

    private Tensor Attend(Tensor begin_BD, Tensor said_BLD)
    {
        long length = said_BLD.size(1) + 1;
        if (length > Places)
            throw new ArgumentException($"A sentence of at most {Places - 1} words was expected, got {said_BLD.size(1)}.", nameof(said_BLD));
        Tensor x_BLD = cat([begin_BD.unsqueeze(1), said_BLD], 1) + places!.forward(arange(length, ScalarType.Int64, said_BLD.device)).unsqueeze(0);
        Tensor later_LL = ones([length, length], ScalarType.Bool, said_BLD.device).triu(1);
        Tensor causal_LL = zeros([length, length], said_BLD.dtype, said_BLD.device).masked_fill(later_LL, double.NegativeInfinity);
        return transformer!.call(x_BLD.transpose(0, 1), causal_LL).transpose(0, 1).narrow(1, 1, length - 1);
    }

    private static long Heads(long width) => width % 64 == 0 ? width / 64 : 1;
}
