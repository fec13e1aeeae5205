// workbench::product(a, b, shared) -> a·b for many small matrices, with one b for several a.
//
// Shapes: a (P, M, K), b (Q, K, N), Q a divisor of P; result (P, M, N). Which b belongs to a[p]: with shared = 0 b[p % Q] (b repeats over the
// leading axis), with shared = 1 b[p / (P / Q)] (over the trailing one). libtorch's own bmm calls its BLAS once for each small matrix when it
// was not built with MKL, and copies what is shared.
#include "common.h"
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <vector>

namespace {

using namespace wb::kernels;

struct Plan {
    int64_t problems, groups, m, k, n;
    bool trailing;

    int64_t members() const { return problems / groups; }
    /// The a of group q's member i.
    int64_t of(int64_t q, int64_t i) const { return trailing ? q * members() + i : i * groups + q; }
};

template <typename T>
void multiply(const Plan& z, const T* a, const T* b, T* out) {
    constexpr int64_t w = Simd<T>::lanes;
    const int64_t np = round_up(z.n, w);
    at::parallel_for(0, z.groups, 1, [&](int64_t begin, int64_t end) {
        std::vector<T> bp(np == z.n ? 0 : z.k * np), op(np == z.n ? 0 : z.m * np);
        for (int64_t q = begin; q < end; q++) {
            const T* right = b + q * z.k * z.n;
            if (np != z.n) {
                pad_rows(right, z.k, z.n, bp.data(), np);
                right = bp.data();
            }
            for (int64_t i = 0; i < z.members(); i++) {
                const int64_t p = z.of(q, i);
                T* to = out + p * z.m * z.n;
                all_rows_by_tall(z.m, a + p * z.m * z.k, z.k, right, np, z.k, np == z.n ? to : op.data());
                if (np != z.n)
                    for (int64_t r = 0; r < z.m; r++) std::memcpy(to + r * z.n, op.data() + r * np, z.n * sizeof(T));
            }
        }
    });
}

template <typename T>
void differentiate(const Plan& z, const T* a, const T* b, const T* grad, T* da, T* db) {
    constexpr int64_t w = Simd<T>::lanes;
    const int64_t np = round_up(z.n, w), kp = round_up(z.k, w);
    at::parallel_for(0, z.groups, 1, [&](int64_t begin, int64_t end) {
        std::vector<T> bt(z.n * kp), rows(z.m * kp), ap(z.m * kp), gp(z.m * np), sum(kp * np);
        for (int64_t q = begin; q < end; q++) {
            const T* right = b + q * z.k * z.n;
            if (da != nullptr) transpose(right, z.k, z.n, bt.data(), kp);
            std::fill(sum.begin(), sum.end(), T(0));
            for (int64_t i = 0; i < z.members(); i++) {
                const int64_t p = z.of(q, i);
                const T* g = grad + p * z.m * z.n;
                if (da != nullptr) {
                    T* to = da + p * z.m * z.k;
                    all_rows_by_tall(z.m, g, z.n, bt.data(), kp, z.n, kp == z.k ? to : rows.data());
                    if (kp != z.k)
                        for (int64_t r = 0; r < z.m; r++) std::memcpy(to + r * z.k, rows.data() + r * kp, z.k * sizeof(T));
                }
                if (db != nullptr) {
                    const T* left = a + p * z.m * z.k;
                    if (kp != z.k) {
                        pad_rows(left, z.m, z.k, ap.data(), kp);
                        left = ap.data();
                    }
                    if (np != z.n) {
                        pad_rows(g, z.m, z.n, gp.data(), np);
                        g = gp.data();
                    }
                    add_all_transposed_by_rows(z.m, left, kp, g, np, sum.data());
                }
            }
            if (db != nullptr)
                for (int64_t r = 0; r < z.k; r++) std::memcpy(db + (q * z.k + r) * z.n, sum.data() + r * np, z.n * sizeof(T));
        }
    });
}

struct Product : torch::autograd::Function<Product> {
    static Plan plan(const at::Tensor& a, const at::Tensor& b, int64_t shared) { return {a.size(0), b.size(0), a.size(1), a.size(2), b.size(2), shared == 1}; }

    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& a, const at::Tensor& b, int64_t shared) {
        at::AutoDispatchBelowADInplaceOrView below;
        const at::Tensor left = a.contiguous(), right = b.contiguous();
        const Plan z = plan(left, right, shared);
        at::Tensor out = at::empty({z.problems, z.m, z.n}, left.options());
        AT_DISPATCH_FLOATING_TYPES(left.scalar_type(), "product", [&] { multiply<scalar_t>(z, left.data_ptr<scalar_t>(), right.data_ptr<scalar_t>(), out.data_ptr<scalar_t>()); });
        context->save_for_backward({left, right});
        context->saved_data["shared"] = shared;
        return out;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list grads) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "workbench::product has no second derivative");
        const auto saved = context->get_saved_variables();
        const at::Tensor &a = saved[0], &b = saved[1];
        const at::Tensor grad = grads[0].contiguous();
        at::Tensor da, db;
        if (context->needs_input_grad(0)) da = at::empty_like(a);
        if (context->needs_input_grad(1)) db = at::empty_like(b);
        AT_DISPATCH_FLOATING_TYPES(a.scalar_type(), "product", [&] {
            differentiate<scalar_t>(plan(a, b, context->saved_data["shared"].toInt()), a.data_ptr<scalar_t>(), b.data_ptr<scalar_t>(), grad.data_ptr<scalar_t>(),
                                    da.defined() ? da.data_ptr<scalar_t>() : nullptr, db.defined() ? db.data_ptr<scalar_t>() : nullptr);
        });
        return {da, db, at::Tensor()};
    }
};

at::Tensor product(const at::Tensor& a, const at::Tensor& b, int64_t shared) {
    TORCH_CHECK(a.dim() == 3 && b.dim() == 3 && a.size(2) == b.size(1) && b.size(0) > 0 && a.size(0) % b.size(0) == 0, "product needs (P, M, K) and (Q, K, N) with Q a divisor of P; got ", a.sizes(),
                " and ", b.sizes());
    TORCH_CHECK(a.scalar_type() == b.scalar_type(), "product needs one type; got ", a.scalar_type(), " and ", b.scalar_type());
    TORCH_CHECK(shared == 0 || shared == 1, "shared is 0 (leading axis) or 1 (trailing axis); got ", shared);
    const bool ours = a.device().is_cpu() && (a.scalar_type() == at::kFloat || a.scalar_type() == at::kDouble) && b.size(0) >= at::get_num_threads() && a.numel() > 0 && b.numel() > 0;
    if (ours) return Product::apply(a, b, shared);
    const int64_t groups = b.size(0), members = a.size(0) / groups;
    if (shared == 1) return at::matmul(a.reshape({groups, members * a.size(1), a.size(2)}), b).reshape({a.size(0), a.size(1), b.size(2)});
    return at::matmul(a.reshape({members, groups, a.size(1), a.size(2)}), b).reshape({a.size(0), a.size(1), b.size(2)});
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(workbench, m) {
    m.def("product(Tensor a, Tensor b, int shared=0) -> Tensor", product);
}
