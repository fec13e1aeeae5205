using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Long short-term memory; input (L, N, I), or (N, L, I) batch first.</summary>
        public static LSTM LSTM(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
            double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(
                new RecurrentShape(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device,
                dtype);

        /// <summary>Gated recurrent unit; input (L, N, I), or (N, L, I) batch first.</summary>
        public static GRU GRU(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
            double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(
                new RecurrentShape(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device,
                dtype);

        /// <summary>Attention of several heads; sequence first: query (L, N, E), key (S, N, kdim), value (S, N, vdim).</summary>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false,
            bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);

        /// <summary>Self-attention and a feed-forward block, norms after the residuals; (L, N, E).</summary>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
            Activations activation = Activations.ReLU) =>
            new(new TransformerShape(d_model, nhead, dim_feedforward, dropout, activation));

        /// <summary>A stack of copies of a layer (the layer itself is the first).</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
            new(encoder_layer, num_layers);
    }
}
