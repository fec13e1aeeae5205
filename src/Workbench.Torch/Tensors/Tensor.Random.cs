using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Values drawn from distributions, in place or as a new tensor.</summary>
    public partial class Tensor
    {
        private static readonly Operator BernoulliFloatInPlaceOp = new("aten::bernoulli_", "float");
        private static readonly Operator BernoulliOp = new("aten::bernoulli");
        private static readonly Operator BernoulliTensorInPlaceOp = new("aten::bernoulli_", "Tensor");
        private static readonly Operator BinomialOp = new("aten::binomial");
        private static readonly Operator CauchyInPlaceOp = new("aten::cauchy_");
        private static readonly Operator ExponentialInPlaceOp = new("aten::exponential_");
        private static readonly Operator GeometricInPlaceOp = new("aten::geometric_");
        private static readonly Operator LogNormalInPlaceOp = new("aten::log_normal_");
        private static readonly Operator MultinomialOp = new("aten::multinomial");
        private static readonly Operator NormalInPlaceOp = new("aten::normal_");
        private static readonly Operator PoissonOp = new("aten::poisson");
        private static readonly Operator RandomFromInPlaceOp = new("aten::random_", "from");
        private static readonly Operator UniformInPlaceOp = new("aten::uniform_");

        public Tensor bernoulli(Generator? generator = null) => BernoulliOp.Call(this, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            BernoulliFloatInPlaceOp.InPlace(this, p, generator);
        public Tensor bernoulli_(Tensor p, Generator? generator = null) =>
            BernoulliTensorInPlaceOp.InPlace(this, p, generator);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            NormalInPlaceOp.InPlace(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            UniformInPlaceOp.InPlace(this, from, to, generator);

        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            LogNormalInPlaceOp.InPlace(this, mean, std, generator);

        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            ExponentialInPlaceOp.InPlace(this, lambda, generator);

        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            CauchyInPlaceOp.InPlace(this, median, sigma, generator);

        public Tensor geometric_(double p, Generator? generator = null) => GeometricInPlaceOp.InPlace(this, p, generator);

        public Tensor random_(double from, double to, Generator? generator = null) =>
            RandomFromInPlaceOp.InPlace(this, (long)from, (long)to, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            MultinomialOp.Call(this, num_samples, replacement, generator);

        public Tensor poisson(Generator? generator = null) => PoissonOp.Call(this, generator);

        public Tensor binomial(Tensor prob, Generator? generator = null) => BinomialOp.Call(this, prob, generator);
    }
}
