using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// What frozen features know: multinomial logistic regression on standardised features. It has the true labels, so it is a ceiling to hold
/// other numbers against, never a method.
/// </summary>
/// <remarks>Shapes: N examples, D width, C classes. Deterministic: weights start at 0 and every step sees all examples (Adam, half cosine).</remarks>
public sealed class SupervisedProbe : IDisposable
{
    private readonly Tensor _mean_D, _deviation_D, _weight_CD, _bias_C;

    private SupervisedProbe(Tensor mean_D, Tensor deviation_D, Tensor weight_CD, Tensor bias_C) =>
        (_mean_D, _deviation_D, _weight_CD, _bias_C) = (mean_D, deviation_D, weight_CD, bias_C);

    /// <summary>The weights on standardised features.</summary>
    internal Tensor Weight_CD => _weight_CD;

    /// <summary>Fits a probe.</summary>
    /// <param name="features_ND">Single precision.</param>
    /// <param name="labels">N classes from 0.</param>
    /// <param name="classes">C.</param>
    /// <param name="options">Steps, rate and decay.</param>
    /// <exception cref="ArgumentException">The counts differ, there are no examples, or a label is outside the classes.</exception>
    public static SupervisedProbe Fit(Tensor features_ND, IReadOnlyList<int> labels, int classes, SupervisedProbeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features_ND);
        ArgumentNullException.ThrowIfNull(labels);
        options ??= new SupervisedProbeOptions();
        if (features_ND.shape is not [long count, long width] || count != labels.Count || count == 0)
            throw new ArgumentException($"Expected features of shape [{labels.Count}, D] with at least one row, got [{string.Join(", ", features_ND.shape)}].", nameof(features_ND));
        foreach (int label in labels)
            if (label < 0 || label >= classes)
                throw new ArgumentException($"A label is {label}; there are {classes} classes.", nameof(labels));

        using DisposeScope scope = NewDisposeScope();
        Tensor mean_D, deviation_D, inputs_ND;
        using (no_grad())
        {
            mean_D = features_ND.mean([0]);
            inputs_ND = features_ND - mean_D;
            deviation_D = inputs_ND.pow(2).mean([0]).sqrt().clamp_min(1e-6);
            inputs_ND = inputs_ND / deviation_D;
        }

        using var withGradients = enable_grad();
        Tensor labels_N = tensor(labels.Select(l => (long)l).ToArray(), [count]);
        var weight_CD = new Parameter(zeros([classes, width]));
        var bias_C = new Parameter(zeros([classes]));
        using var optimizer = optim.Adam([weight_CD, bias_C], options.LearningRate);
        for (int step = 0; step < options.Steps; step++)
        {
            using DisposeScope turn = NewDisposeScope();
            foreach (ParamGroup group in optimizer.ParamGroups)
                group.LearningRate = options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / options.Steps));
            optimizer.zero_grad();
            Tensor loss = nn.functional.cross_entropy(nn.functional.linear(inputs_ND, weight_CD, bias_C), labels_N)
                + weight_CD.pow(2).sum() * (options.Decay / 2);
            loss.backward();
            optimizer.step();
        }

        return new SupervisedProbe(
            mean_D.DetachFromDisposeScope(), deviation_D.DetachFromDisposeScope(),
            weight_CD.detach().clone().DetachFromDisposeScope(), bias_C.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>The most likely class of each row.</summary>
    public int[] Predict(Tensor features_ND)
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. Scores(features_ND).argmax(1).data<long>().ToArray().Select(c => (int)c)];
    }

    /// <summary>Logits of each class for each row, (N, C).</summary>
    public Tensor Scores(Tensor features_ND)
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return nn.functional.linear((features_ND - _mean_D) / _deviation_D, _weight_CD, _bias_C).MoveToOuterDisposeScope();
    }

    /// <summary>Share of rows whose most likely class is their label.</summary>
    public double Accuracy(Tensor features_ND, IReadOnlyList<int> labels)
    {
        int[] predicted = Predict(features_ND);
        if (predicted.Length != labels.Count)
            throw new ArgumentException($"Expected {predicted.Length} labels, got {labels.Count}.", nameof(labels));
        return predicted.Zip(labels, (p, l) => p == l ? 1.0 : 0).Average();
    }

    public void Dispose()
    {
        _mean_D.Dispose();
        _deviation_D.Dispose();
        _weight_CD.Dispose();
        _bias_C.Dispose();
    }
}
