namespace Workbench.Cli.Benchmarks;

/// <summary>What would come next to get closer to the machine's limit: judgement, not measurement, so it stands in the source.</summary>
internal static class Outlook
{
    public const string Text = """
        ## What would come next

        - Local loss: the fused attention works on blocks of 32 × R with K = 20 columns, padded to 24: a sixth of its multiplications are of padding, and each
          exponential costs as much as ten of them. One operator for the whole pair (first scores, attention, second scores, pooling) would spare the
          R × K arrays that are written and read between the operators, and the products of the words' side could be gathered into one large product for BLAS.
        - Training step: what is left beside the local loss are products with the projections, which are BLAS's already.
        - Encoder: on this processor BLAS is the limit. On one with bfloat16 or AVX-512 units `--precision bf16` is the way, and int8 products beyond it.
        - Dispatch: half of a call is libtorch's own (dispatching, the result's memory); the rest is two transitions to native code, the managed object, and
          counting. A result could be written into a tensor that is there already (`add_`), which TorchSharp's API has.
        - Decoding: skipping what no wanted frame refers to (`-skip_frame`) is exact only for some streams, so it is not done.

        """;
}
