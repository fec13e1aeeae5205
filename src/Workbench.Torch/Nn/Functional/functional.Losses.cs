using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_crossEntropy = new("aten::cross_entropy_loss");
            private static readonly Operator s_nllLoss = new("aten::nll_loss_nd");
            private static readonly Operator s_binaryCrossEntropy = new("aten::binary_cross_entropy");
            private static readonly Operator s_binaryCrossEntropyLogits = new("aten::binary_cross_entropy_with_logits");
            private static readonly Operator s_mseLoss = new("aten::mse_loss");
            private static readonly Operator s_l1Loss = new("aten::l1_loss");
            private static readonly Operator s_smoothL1Loss = new("aten::smooth_l1_loss");
            private static readonly Operator s_huberLoss = new("aten::huber_loss");
            private static readonly Operator s_klDiv = new("aten::kl_div");
            private static readonly Operator s_cosineEmbeddingLoss = new("aten::cosine_embedding_loss");
            private static readonly Operator s_marginRankingLoss = new("aten::margin_ranking_loss");
            private static readonly Operator s_tripletMarginLoss = new("aten::triplet_margin_loss");

            /// <summary>
            /// -log softmax(input) at the target class. Input (N, C, …) or (C); target class numbers (N, …), or
            /// probabilities of the input's shape.
            /// </summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Classes (long) or probabilities.</param>
            /// <param name="weight">A weight for each class.</param>
            /// <param name="ignore_index">A class that counts for nothing.</param>
            /// <param name="reduction">None, mean (over the weights) or sum.</param>
            /// <param name="label_smoothing">Probability mass spread over all classes, in [0, 1].</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                s_crossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>-input at the target class; input are log-probabilities (N, C, …) or (C).</summary>
            public static Tensor nll_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                s_nllLoss.Call(input, target, weight, (long)reduction, -100L);

            /// <summary>-(y log p + (1 - y) log(1 - p)) of probabilities, each logarithm at least -100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                s_binaryCrossEntropy.Call(input, target, weight, (long)reduction);

            /// <summary>Binary cross entropy of sigmoid(input), without overflow.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null) =>
                s_binaryCrossEntropyLogits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>(input - target)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                s_mseLoss.Call(input, target, (long)reduction);

            /// <summary>|input - target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                s_l1Loss.Call(input, target, (long)reduction);

            /// <summary>d² / (2 beta) for |d| below beta, |d| - beta / 2 above.</summary>
            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                s_smoothL1Loss.Call(input, target, (long)reduction, beta);

            /// <summary>d² / 2 for |d| below delta, delta (|d| - delta / 2) above.</summary>
            public static Tensor huber_loss(
                Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                s_huberLoss.Call(input, target, (long)reduction, delta);

            /// <summary>
            /// target (log target - input), input in logarithms; mean is over elements, not over the batch.
            /// </summary>
            public static Tensor kl_div(
                Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                s_klDiv.Call(input, target, (long)reduction, log_target);

            /// <summary>1 - cos for target 1, max(0, cos - margin) for target -1.</summary>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                s_cosineEmbeddingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>max(0, -target (input1 - input2) + margin).</summary>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                s_marginRankingLoss.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin), d the p-norm.</summary>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-6,
                bool swap = false, Reduction reduction = Reduction.Mean) =>
                s_tripletMarginLoss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);
        }
    }
}
