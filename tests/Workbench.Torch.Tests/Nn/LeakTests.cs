using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbench.Torch.Tests.Nn;

[Collection(nameof(DefaultGenerator))]
public class LeakTests
{
    [Theory]
    [InlineData("AdamW")]
    [InlineData("SGD")]
    public void A_training_loop_leaves_no_tensor_behind(string kind)
    {
        var alive = Tensor.TotalCount;
        using (var net = new Everything())
        using (var optimizer = Make(kind, net))
        {
            Train(net, optimizer);
            var steady = Tensor.TotalCount;
            for (var step = 0; step < 5; step++)
                Train(net, optimizer);
            Assert.Equal(steady, Tensor.TotalCount);
        }
        Assert.Equal(alive, Tensor.TotalCount);
    }

    [Fact]
    public void Functions_made_of_several_operators_leave_only_their_result()
    {
        using var x = rand(2, 3, 4);
        using var mask = ones(3, 3, dtype: ScalarType.Bool);
        using var p = Parameter(rand(4, 4));
        p.grad = null;
        foreach (var function in new Func<Tensor>[]
        {
            () => functional.normalize(x), () => functional.softmin(x, 1), () => functional.softsign(x),
            () => functional.scaled_dot_product_attention(x, x, x, mask), () => functional.dropout1d(x.select(0, 0)),
            () => utils.parameters_to_vector([p]), () => init.orthogonal_(p),
        })
        {
            using var scope = NewDisposeScope();
            var before = scope.DisposablesCount;
            function();
            Assert.InRange(scope.DisposablesCount - before, 0, 2);
        }
    }

    private static void Train(Everything net, optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = functional.mse_loss(net.call(rand(3, 5, 4)), zeros(3, 2));
        loss.backward();
        utils.clip_grad_norm_(net.parameters(), 1);
        optimizer.step();
    }

    private static optim.Optimizer Make(string kind, Module net) => kind == "SGD"
        ? optim.SGD(net.parameters(), 0.01, momentum: 0.9)
        : optim.AdamW(net.parameters(), 0.01, amsgrad: true);

    private sealed class Everything : Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = LSTM(4, 3, batchFirst: true, bidirectional: true);
        private readonly MultiheadAttention attention = MultiheadAttention(6, 2);
        private readonly TransformerEncoder encoder = TransformerEncoder(TransformerEncoderLayer(6, 2, 8), 2);
        private readonly Sequential head = Sequential(LayerNorm(6), GELU(), Dropout(0.1), Linear(6, 2));
        private readonly BatchNorm1d norm = BatchNorm1d(6);

        public Everything() : base(nameof(Everything)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var (x_NLE, _, _) = lstm.call(input);
            var x_LNE = encoder.call(x_NLE.transpose(0, 1));
            var attended = attention.call(x_LNE, x_LNE, x_LNE).Item1.mean([0L]);
            return head.call(norm.call(attended)).MoveToOuterDisposeScope();
        }
    }
}
