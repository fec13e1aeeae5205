using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths in one batch. Shapes: L longest, N sequences, * anything.</summary>
            public static partial class rnn
            {
                private static readonly Operator s_pack = new("aten::_pack_padded_sequence");
                private static readonly Operator s_unpack = new("aten::_pad_packed_sequence");
                private static readonly Operator s_padSequence = new("aten::pad_sequence");

                /// <summary>Packs a padded batch so that recurrent networks skip the padding.</summary>
                /// <param name="input">(L, N, *), or (N, L, *) batch first.</param>
                /// <param name="lengths">(N) of long on the CPU.</param>
                /// <param name="batch_first">The order of the first two dimensions.</param>
                /// <param name="enforce_sorted">Whether lengths must fall; false sorts them here.</param>
                /// <exception cref="ArgumentException">Lengths that rise though they must fall.</exception>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    using var scope = NewDisposeScope();
                    lengths = lengths.to(ScalarType.Int64).cpu();
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        (lengths, var order) = lengths.sort(-1, descending: true);
                        sorted = order.to(input.device);
                        unsorted = Inverse(sorted);
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                    }
                    else if (lengths.numel() > 1 && lengths.diff().max().item<long>() > 0)
                    {
                        throw new ArgumentException(
                            "The lengths must fall (or pass enforce_sorted: false).", nameof(lengths));
                    }
                    var (data, batchSizes) = s_pack.Call2(input, lengths, batch_first);
                    return new PackedSequence(
                        data.MoveToOuterDisposeScope(), batchSizes.MoveToOuterDisposeScope(),
                        sorted?.MoveToOuterDisposeScope(), unsorted?.MoveToOuterDisposeScope());
                }

                /// <summary>The padded batch again, and the lengths (N).</summary>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = s_unpack.Call2(
                        sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is { } order)
                    {
                        padded = padded.index_select(batch_first ? 0 : 1, order);
                        lengths = lengths.index_select(0, order.cpu());
                    }
                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }

                /// <summary>Stacks sequences (L_n, *) into (L, N, *), or (N, L, *) batch first.</summary>
                public static Tensor pad_sequence(
                    IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0) =>
                    s_padSequence.Call(sequences.ToArray(), batch_first, padding_value);

                /// <summary>Packs sequences (L_n, *).</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var list = sequences.ToArray();
                    using var lengths = tensor(list.Select(one => one.shape[0]).ToArray());
                    using var padded = pad_sequence(list);
                    return pack_padded_sequence(padded, lengths, enforce_sorted: enforce_sorted);
                }

                private static Tensor Inverse(Tensor permutation)
                {
                    var inverse = empty_like(permutation);
                    using var places = arange(permutation.numel(), dtype: ScalarType.Int64, device: permutation.device);
                    return inverse.scatter_(0, permutation, places);
                }
            }
        }
    }
}
