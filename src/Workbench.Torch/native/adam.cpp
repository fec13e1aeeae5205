// workbench::adam_(…): the update of Adam and AdamW in one pass over each parameter, instead of ten passes of list operators.
#include "common.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/library.h>

#include <cmath>

namespace {

using at::Tensor;

struct Settings {
    double decay, shrink, beta1, beta2, root, epsilon, rate;
};

template <typename T>
void update(T* __restrict p, const T* __restrict g, T* __restrict m, T* __restrict v, int64_t n, const Settings& s) {
    const T decay = T(s.decay), shrink = T(s.shrink), b1 = T(s.beta1), b2 = T(s.beta2), c1 = T(1 - s.beta1), c2 = T(1 - s.beta2), root = T(s.root), epsilon = T(s.epsilon), rate = T(s.rate);
    for (int64_t i = 0; i < n; i++) {
        const T x = p[i] * shrink, slope = g[i] + decay * p[i];
        m[i] = b1 * m[i] + c1 * slope;
        v[i] = b2 * v[i] + c2 * slope * slope;
        p[i] = x - rate * m[i] / (std::sqrt(v[i]) / root + epsilon);
    }
}

bool plain(const Tensor& p, const Tensor& x) { return x.device().is_cpu() && x.layout() == at::kStrided && x.scalar_type() == p.scalar_type() && x.is_contiguous() && x.sizes() == p.sizes(); }

/// decay is added to the gradient (Adam), shrink multiplies the parameter (AdamW: 1 − rate·decay); root is √(1 − β₂ᵗ), rate is divided by 1 − β₁ᵗ already.
void adam_(at::TensorList parameters, at::TensorList gradients, at::TensorList means, at::TensorList squares, double decay, double shrink, double beta1, double beta2, double root, double epsilon,
           double rate) {
    TORCH_CHECK(gradients.size() == parameters.size() && means.size() == parameters.size() && squares.size() == parameters.size(), "adam_ needs as many gradients, means and squares as parameters");
    at::NoGradGuard none;
    const Settings s{decay, shrink, beta1, beta2, root, epsilon, rate};
    for (size_t k = 0; k < parameters.size(); k++) {
        const Tensor &p = parameters[k], &g = gradients[k], &m = means[k], &v = squares[k];
        const at::ScalarType type = p.scalar_type();
        if ((type == at::kFloat || type == at::kDouble) && plain(p, p) && plain(p, g) && plain(p, m) && plain(p, v)) {
            AT_DISPATCH_FLOATING_TYPES(type, "adam_", [&] {
                scalar_t *ps = p.data_ptr<scalar_t>(), *ms = m.data_ptr<scalar_t>(), *vs = v.data_ptr<scalar_t>();
                const scalar_t* gs = g.data_ptr<scalar_t>();
                at::parallel_for(0, p.numel(), 16384, [&](int64_t begin, int64_t end) { update(ps + begin, gs + begin, ms + begin, vs + begin, end - begin, s); });
            });
            for (const Tensor& changed : {p, m, v}) changed.unsafeGetTensorImpl()->bump_version();
            continue;
        }
        const Tensor slope = decay != 0 ? g.add(p, decay) : g;
        if (shrink != 1) p.mul_(shrink);
        m.mul_(beta1).add_(slope, 1 - beta1);
        v.mul_(beta2).addcmul_(slope, slope, 1 - beta2);
        p.addcdiv_(m, v.sqrt().div_(root).add_(epsilon), -rate);
    }
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(workbench, m) {
    m.def(
        "adam_(Tensor(a!)[] parameters, Tensor[] gradients, Tensor(b!)[] means, Tensor(c!)[] squares, float decay, float shrink, float beta1, float beta2, float root, float epsilon, float rate) -> ()",
        adam_);
}
