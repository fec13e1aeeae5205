using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Optim;

/// <summary>The function that make_nn_fixtures.py minimises: two parameters, the second idle in every third step.</summary>
internal sealed class Descent : IDisposable
{
    private readonly Parameter _weight = new(arange(6, dtype: float64).sin().reshape(2, 3));
    private readonly Parameter _bias = new(arange(3, dtype: float64).cos());

    public Descent(Func<Parameter, Parameter, optim.Optimizer> make) => Optimizer = make(_weight, _bias);

    public optim.Optimizer Optimizer { get; }

    public IEnumerable<(string, Parameter)> Named => [("weight", _weight), ("bias", _bias)];

    /// <summary>One step; the loss before it and all parameters after it.</summary>
    public double[] Step(int step)
    {
        using var scope = NewDisposeScope();
        (_weight.grad, _bias.grad) = (null, null);
        var loss = (_weight - 0.3).pow(4).sum() + (_weight * _weight).sum();
        if (step % 3 != 2)
            loss = loss + _bias.exp().sum() + (_bias * _weight).sum();
        loss.backward();
        Optimizer.step();
        return [loss.item<double>(), .. _weight.cpu().data<double>().ToArray(), .. _bias.cpu().data<double>().ToArray()];
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        _weight.Dispose();
        _bias.Dispose();
    }
}
