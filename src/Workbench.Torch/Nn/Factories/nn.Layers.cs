using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Modules and what belongs to them.</summary>
    public static partial class nn
    {
        /// <summary>A tensor that a module trains.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>input · weightᵀ + bias. Shapes: (…, I) to (…, O).</summary>
        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A linear layer around given parameters: weight (O, I), bias (O).</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        /// <summary>input1ᵀ · W_o · input2 + bias_o. Shapes: (…, I), (…, J) to (…, O).</summary>
        public static Bilinear Bilinear(
            long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null,
            ScalarType? dtype = null) =>
            new(in1_features, in2_features, out_features, hasBias, device, dtype);

        /// <summary>A vector for each index. Shapes: (…) of long to (…, D).</summary>
        /// <param name="num_embeddings">Number of vectors.</param>
        /// <param name="embedding_dims">D.</param>
        /// <param name="padding_idx">A vector that starts at zero and gets no gradient.</param>
        /// <param name="max_norm">Vectors looked up are shortened to this norm, in place.</param>
        /// <param name="norm_type">The p of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often an index occurs.</param>
        /// <param name="sparse">Whether the gradient is sparse.</param>
        /// <param name="device">Where the weight lives.</param>
        /// <param name="dtype">The weight's type.</param>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(
                null, num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device,
                dtype);

        /// <summary>An embedding around given vectors (count, D), frozen unless said otherwise.</summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
            ScalarType? dtype = null)
        {
            ArgumentNullException.ThrowIfNull(embeddings);
            if (embeddings.dim() != 2)
                throw new ArgumentException(
                    $"Embeddings have two dimensions (count, D), not [{string.Join(", ", embeddings.shape)}].", nameof(embeddings));
            using var _ = no_grad();
            var copy = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
            var given = new Parameter(copy, !freeze);
            return new(
                given, given.shape[0], given.shape[1], padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, null,
                null);
        }

        /// <summary>x for positive x, a trained slope times x otherwise; one slope, or one a channel.</summary>
        public static PReLU PReLU(
            long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
            new(num_parameters, init, device, dtype);

        /// <summary>Resamples the spatial dimensions of (N, C, …) to a size or by a factor.</summary>
        public static Upsample Upsample(
            long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
            bool? align_corners = null, bool? recompute_scale_factor = null) =>
            new(size, scale_factor, mode, align_corners, recompute_scale_factor);

        /// <summary>x1 · x2 over the product of their norms along a dimension, each norm at least eps.</summary>
        public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8) => new(dim, eps);

        /// <summary>The p-norm of input1 - input2 + eps along the last dimension.</summary>
        public static PairwiseDistance PairwiseDistance(double p = 2, double eps = 1e-6, bool keepdim = false) =>
            new(p, eps, keepdim);
    }
}
