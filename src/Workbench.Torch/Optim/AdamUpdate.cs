using Workbench.Torch.Interop;

namespace TorchSharp.Modules;

/// <summary>The update that Adam and AdamW share, over lists of tensors.</summary>
/// <remarks>Kingma and Ba 2015, algorithm 1; with decoupled decay Loshchilov and Hutter 2019; AMSGrad Reddi et al. 2018.</remarks>
internal static class AdamUpdate
{
    /// <summary>All of it in one pass over each parameter on the CPU; AMSGrad and other devices take the list operators.</summary>
    private static readonly Operator s_adam = new("workbench::adam_");

    private static readonly Operator s_negative = new("aten::_foreach_neg");
    private static readonly Operator s_addScaled = new("aten::_foreach_add", "List");
    private static readonly Operator s_addScaledInPlace = new("aten::_foreach_add_", "List");
    private static readonly Operator s_multiply = new("aten::_foreach_mul_", "Scalar");
    private static readonly Operator s_addProduct = new("aten::_foreach_addcmul_", "Scalar");
    private static readonly Operator s_addQuotient = new("aten::_foreach_addcdiv_", "Scalar");
    private static readonly Operator s_maximum = new("aten::_foreach_maximum_", "List");
    private static readonly Operator s_root = new("aten::_foreach_sqrt");
    private static readonly Operator s_divide = new("aten::_foreach_div_", "Scalar");
    private static readonly Operator s_add = new("aten::_foreach_add_", "Scalar");

    /// <summary>The numbers of one group.</summary>
    /// <param name="Rate">Learning rate.</param>
    /// <param name="Beta1">Decay of the mean of gradients.</param>
    /// <param name="Beta2">Decay of the mean of their squares.</param>
    /// <param name="Epsilon">Added to the root.</param>
    /// <param name="Decay">Weight decay.</param>
    /// <param name="Decoupled">AdamW: the decay shrinks the parameter instead of joining the gradient.</param>
    /// <param name="AmsGrad">The greatest mean of squares so far instead of the present one.</param>
    /// <param name="Maximize">Uphill instead of downhill.</param>
    public readonly record struct Settings(
        double Rate, double Beta1, double Beta2, double Epsilon, double Decay, bool Decoupled, bool AmsGrad, bool Maximize);

    /// <summary>Refuses numbers outside their range.</summary>
    public static void Check(double rate, double beta1, double beta2, double epsilon, double decay)
    {
        if (!(rate >= 0 && epsilon >= 0 && decay >= 0 && beta1 is >= 0 and < 1 && beta2 is >= 0 and < 1))
            throw new ArgumentException(
                $"Adam needs lr, eps and weight_decay of at least 0 and betas in [0, 1), not lr {rate}, eps {epsilon},"
                + $" weight_decay {decay}, betas ({beta1}, {beta2}).");
    }

    /// <summary>One update of parameters that have all seen the same number of steps, this one included.</summary>
    public static void Apply(
        torch.Tensor[] parameters, torch.Tensor[] gradients, torch.Tensor[] means, torch.Tensor[] squares,
        torch.Tensor[] maxima, long step, Settings settings)
    {
        if (settings.Maximize)
            gradients = s_negative.CallList((Value)gradients);
        double root = Math.Sqrt(1 - Math.Pow(settings.Beta2, step)), rate = settings.Rate / (1 - Math.Pow(settings.Beta1, step));
        if (!settings.AmsGrad && Array.TrueForAll(parameters, Workbench.Torch.NativeOperators.For))
        {
            s_adam.CallVoid(parameters, gradients, means, squares, settings.Decoupled ? 0.0 : settings.Decay, settings.Decoupled ? 1 - settings.Rate * settings.Decay : 1.0,
                settings.Beta1, settings.Beta2, root, settings.Epsilon, rate);
            return;
        }

        if (settings.Decay != 0 && settings.Decoupled)
            s_multiply.CallVoid(parameters, 1 - settings.Rate * settings.Decay);
        else if (settings.Decay != 0)
            gradients = s_addScaled.CallList(gradients, parameters, settings.Decay);

        s_multiply.CallVoid(means, settings.Beta1);
        s_addScaledInPlace.CallVoid(means, gradients, 1 - settings.Beta1);
        s_multiply.CallVoid(squares, settings.Beta2);
        s_addProduct.CallVoid(squares, gradients, gradients, 1 - settings.Beta2);
        if (settings.AmsGrad)
            s_maximum.CallVoid(maxima, squares);
        var roots = s_root.CallList((Value)(settings.AmsGrad ? maxima : squares));
        s_divide.CallVoid(roots, root);
        s_add.CallVoid(roots, settings.Epsilon);
        s_addQuotient.CallVoid(parameters, means, roots, -rate);
    }
}
