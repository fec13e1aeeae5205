using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Workbench.Torch.Tests.Nn;

public class AttentionTests
{
    [Fact]
    public void Two_keys_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        // Width 4, so scores are divided by 2: softmax(2 ln 3 / 2, 0) = (3/4, 1/4).
        var query = tensor(new[] { 1.0, 0, 0, 0 }, [1, 4]);
        var key = tensor(new[] { 2 * Math.Log(3), 0, 0, 0, 0, 0, 0, 0 }, [2, 4]);
        var value = tensor(new[] { 8.0, 0.0, 0.0, 4.0 }, [2, 2]);
        var mixed = F.scaled_dot_product_attention(query, key, value);
        Assert.Equal([6.0, 1.0], mixed.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_causal_query_sees_nothing_ahead()
    {
        using var scope = NewDisposeScope();
        var x = (arange(24, dtype: float64) * 0.7).sin().reshape(2, 3, 4);
        var causal = F.scaled_dot_product_attention(x, x, x, is_casual: true);
        var masked = F.scaled_dot_product_attention(x, x, x, ones(3, 3, dtype: ScalarType.Bool).tril());
        NnFixtures.Close(causal, masked, "mask", 1e-12);
        NnFixtures.Close(x.select(1, 0), causal.select(1, 0), "the first position sees itself alone", 1e-12);
    }

    [Fact]
    public void The_composite_form_is_the_operator_where_there_is_one()
    {
        using var scope = NewDisposeScope();
        var x = (arange(24, dtype: float64) * 0.7).sin().reshape(2, 3, 4);
        var bias = (arange(9, dtype: float64) * 0.3).cos().reshape(3, 3);
        NnFixtures.Close(
            F.Composite(x, x, x * 2, bias, 0, false), F.scaled_dot_product_attention(x, x, x * 2, bias), "attention", 1e-12);
    }

    [Fact]
    public void A_mask_and_causality_together_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(x, x, x, zeros(2, 2), is_casual: true));
    }

    [Fact]
    public void Attention_weights_sum_to_one_and_skip_padded_keys()
    {
        using var scope = NewDisposeScope();
        using var attention = nn.MultiheadAttention(6, 3);
        var x = rand(4, 2, 6);
        var padding = tensor(new[] { false, false, false, true, false, false, false, false }, [2, 4]);
        var weights_NLS = attention.call(x, x, x, padding).Item2!;
        NnFixtures.Close(ones(2, 4), weights_NLS.sum(-1), "sums", 1e-6);
        Assert.Equal(0f, weights_NLS.select(0, 0).select(1, 3).max().item<float>());
    }
}
