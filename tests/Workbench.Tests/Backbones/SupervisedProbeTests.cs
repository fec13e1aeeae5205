using TorchSharp;
using Workbench.Backbones;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public sealed class SupervisedProbeTests
{
    [Fact]
    public void Separable_classes_are_learnt_and_new_examples_named()
    {
        manual_seed(1);
        int[] labels = [.. Enumerable.Range(0, 90).Select(i => i % 3)];
        using Tensor centres = tensor(new float[] { 5, 0, 0, 100, 0, 5, 0, 100, 0, 0, 5, 100 }, [3, 4]);
        using Tensor features = centres[tensor(labels.Select(l => (long)l).ToArray())] + 0.5 * randn([90, 4]);
        using SupervisedProbe probe = SupervisedProbe.Fit(features.narrow(0, 0, 60), labels[..60], 3);
        Assert.Equal(1, probe.Accuracy(features.narrow(0, 60, 30), labels[60..]));
        Assert.Equal([1], probe.Predict(centres.narrow(0, 1, 1)));
    }

    [Fact]
    public void Features_that_say_nothing_leave_the_most_frequent_class()
    {
        using Tensor features = ones([10, 3]);
        int[] labels = [0, 1, 1, 1, 1, 2, 1, 0, 1, 1];
        using SupervisedProbe probe = SupervisedProbe.Fit(features, labels, 3);
        Assert.All(probe.Predict(features), c => Assert.Equal(1, c));
        Assert.Equal(0.7, probe.Accuracy(features, labels), 6);
    }

    [Fact]
    public void The_fit_is_the_minimum_of_the_penalised_loss()
    {
        // Two points ±1 (already standardised) and decay λ: by symmetry the weights are -a and a.
        using Tensor features = tensor(new float[] { -1, 1 }, [2, 1]);
        var options = new SupervisedProbeOptions { Decay = 0.1, Steps = 4000 };
        using SupervisedProbe probe = SupervisedProbe.Fit(features, [0, 1], 2, options);
        // With scores ∓a for -1 and ±a for +1 the loss is ln(1 + e^{-2a}) + λa²; its derivative -2/(1 + e^{2a}) + 2λa vanishes at the a that Newton's method finds here.
        double a = 1;
        for (int i = 0; i < 100; i++)
            a -= (-2 / (1 + Math.Exp(2 * a)) + 2 * 0.1 * a) / (4 * Math.Exp(2 * a) / Math.Pow(1 + Math.Exp(2 * a), 2) + 0.2);
        using Tensor weight = probe.Weight_CD.clone();
        Assert.Equal(a, weight[1, 0].ToDouble(), 3);
        Assert.Equal(-a, weight[0, 0].ToDouble(), 3);
    }

    [Fact]
    public void Counts_and_labels_that_do_not_fit_are_named()
    {
        using Tensor features = ones([3, 2]);
        Assert.Contains("[2, D]", Assert.Throws<ArgumentException>(() => SupervisedProbe.Fit(features, [0, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("A label is 2; there are 2 classes", Assert.Throws<ArgumentException>(() => SupervisedProbe.Fit(features, [0, 1, 2], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_locality_probe_finds_a_marked_cell_and_only_chance_without_a_mark()
    {
        manual_seed(2);
        int[] cells = [.. Enumerable.Range(0, 200).Select(i => i * 7 % 9)];
        using Tensor noise = randn([200, 9, 4]);
        using Tensor mark = zeros([200, 9, 4]);
        for (int i = 0; i < 200; i++)
            mark[i, cells[i], 2] = 8f;
        using Tensor marked = noise + mark;
        (double hit, double near) = LocalityProbe.Run(marked.narrow(0, 0, 100), cells[..100], marked.narrow(0, 100, 100), cells[100..]);
        Assert.True(hit > 0.95 && near >= hit, $"{hit} {near}");
        (hit, _) = LocalityProbe.Run(noise.narrow(0, 0, 100), cells[..100], noise.narrow(0, 100, 100), cells[100..]);
        Assert.True(hit < 0.35, $"{hit}");
    }
}
