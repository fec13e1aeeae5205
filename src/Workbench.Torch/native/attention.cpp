// workbench::attention(query, key, value) -> softmax(query·keyᵀ)·value for many small problems with few columns.
//
// Shapes: query (…, L, E), key (…, S, E), value (…, S, F), the leading axes equal; result (…, L, F). A scale belongs into the query.
// On the CPU no L×S matrix is stored: blocks of rows are computed, used, and computed again in the backward step, which needs only the
// result and the logarithm of each row's sum. Elsewhere it is composed of libtorch's own operators.
#include "common.h"
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace {

using namespace wb::kernels;

constexpr int64_t kRows = 32;  // rows of a block: 2 blocks of 32 × S stay in a second-level cache up to S of about 2,000

/// x ← exp(x − shift) for n values, n a multiple of a vector.
void exp_in_place(float* x, int64_t n, float shift) {
    using vec = Simd<float>::vec;
    typedef int32_t ivec __attribute__((vector_size(32), aligned(4), may_alias));
    for (int64_t j = 0; j < n; j += 8) {
        vec v = *reinterpret_cast<vec*>(x + j) - shift;
        v = v < -87.0f ? vec{} - 87.0f : v;
        const vec t = v * 1.44269504088896341f + 12582912.0f;  // round to nearest by the sum's own rounding
        const vec k = t - 12582912.0f;
        const vec r = (v - k * 0.693359375f) + k * 2.12194440e-4f;
        vec y = vec{} + 1.9875691500e-4f;
        y = y * r + 1.3981999507e-3f;
        y = y * r + 8.3334519073e-3f;
        y = y * r + 4.1665795894e-2f;
        y = y * r + 1.6666665459e-1f;
        y = y * r + 5.0000001201e-1f;
        y = y * (r * r) + r + 1.0f;
        ivec power;
        std::memcpy(&power, &t, sizeof power);
        power = (power - 0x4B400000 + 127) << 23;
        vec scale;
        std::memcpy(&scale, &power, sizeof scale);
        *reinterpret_cast<vec*>(x + j) = y * scale;
    }
}

void exp_in_place(double* x, int64_t n, double shift) {
    for (int64_t j = 0; j < n; j++) x[j] = std::exp(x[j] - shift);
}

template <typename T>
T row_max(const T* x, int64_t n) {
    T most = -std::numeric_limits<T>::infinity();
    for (int64_t j = 0; j < n; j++) most = x[j] > most ? x[j] : most;
    return most;
}

template <typename T>
T row_sum(const T* x, int64_t n) {  // n is a multiple of a vector
    typename Simd<T>::vec sum = {};
    for (int64_t j = 0; j < n; j += Simd<T>::lanes) sum += *reinterpret_cast<const typename Simd<T>::vec*>(x + j);
    T total = 0;
    for (int64_t l = 0; l < Simd<T>::lanes; l++) total += sum[l];
    return total;
}

struct Sizes {
    int64_t problems, l, s, e, f, sp, ep, fp;
};

template <typename T>
Sizes sizes_of(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {
    constexpr int64_t w = Simd<T>::lanes;
    Sizes z{q.size(0), q.size(1), k.size(1), q.size(2), v.size(2), 0, 0, 0};
    z.sp = round_up(z.s, 2 * w);
    z.ep = round_up(z.e, w);
    z.fp = round_up(z.f, w);
    return z;
}

template <typename T>
void forward(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, at::Tensor& out, at::Tensor& lse) {
    const Sizes z = sizes_of<T>(q, k, v);
    const T *qs = q.data_ptr<T>(), *ks = k.data_ptr<T>(), *vs = v.data_ptr<T>();
    T *os = out.data_ptr<T>(), *ls = lse.data_ptr<T>();
    at::parallel_for(0, z.problems, 1, [&](int64_t begin, int64_t end) {
        std::vector<T> kt(z.e * z.sp), vp(z.sp * z.fp), block(kRows * z.sp), o(kRows * z.fp);
        for (int64_t p = begin; p < end; p++) {
            transpose(ks + p * z.s * z.e, z.s, z.e, kt.data(), z.sp);
            pad_rows(vs + p * z.s * z.f, z.s, z.f, vp.data(), z.fp);
            for (int64_t i = 0; i < z.l; i += kRows) {
                const int64_t rows = std::min(kRows, z.l - i);
                all_rows_by_transposed(rows, qs + (p * z.l + i) * z.e, z.e, kt.data(), z.e, z.sp, block.data());
                for (int64_t r = 0; r < rows; r++) {
                    T* x = block.data() + r * z.sp;
                    const T most = row_max(x, z.s);
                    exp_in_place(x, z.sp, most);
                    std::fill(x + z.s, x + z.sp, T(0));
                    ls[p * z.l + i + r] = row_sum(x, z.sp);
                    const T inverse = 1 / ls[p * z.l + i + r];
                    ls[p * z.l + i + r] = most + std::log(ls[p * z.l + i + r]);
                    for (int64_t j = 0; j < z.sp; j++) x[j] *= inverse;
                }
                all_rows_by_tall(rows, block.data(), z.sp, vp.data(), z.fp, z.s, o.data());
                for (int64_t r = 0; r < rows; r++) std::memcpy(os + (p * z.l + i + r) * z.f, o.data() + r * z.fp, z.f * sizeof(T));
            }
        }
    });
}

template <typename T>
void backward(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& out, const at::Tensor& lse, const at::Tensor& grad,
              at::Tensor& dq, at::Tensor& dk, at::Tensor& dv) {
    const Sizes z = sizes_of<T>(q, k, v);
    const T *qs = q.data_ptr<T>(), *ks = k.data_ptr<T>(), *vs = v.data_ptr<T>(), *os = out.data_ptr<T>(), *ls = lse.data_ptr<T>(), *gs = grad.data_ptr<T>();
    T *dqs = dq.data_ptr<T>(), *dks = dk.data_ptr<T>(), *dvs = dv.data_ptr<T>();
    at::parallel_for(0, z.problems, 1, [&](int64_t begin, int64_t end) {
        std::vector<T> kt(z.e * z.sp), vt(z.f * z.sp), kp(z.sp * z.ep), block(kRows * z.sp), slope(kRows * z.sp), qp(kRows * z.ep), gp(kRows * z.fp), rowsOut(kRows * z.ep),
            dkp(z.sp * z.ep), dvp(z.sp * z.fp);
        for (int64_t p = begin; p < end; p++) {
            transpose(ks + p * z.s * z.e, z.s, z.e, kt.data(), z.sp);
            transpose(vs + p * z.s * z.f, z.s, z.f, vt.data(), z.sp);
            pad_rows(ks + p * z.s * z.e, z.s, z.e, kp.data(), z.ep);
            std::fill(dkp.begin(), dkp.end(), T(0));
            std::fill(dvp.begin(), dvp.end(), T(0));
            for (int64_t i = 0; i < z.l; i += kRows) {
                const int64_t rows = std::min(kRows, z.l - i), at = p * z.l + i;
                pad_rows(qs + at * z.e, rows, z.e, qp.data(), z.ep);
                pad_rows(gs + at * z.f, rows, z.f, gp.data(), z.fp);
                all_rows_by_transposed(rows, qp.data(), z.ep, kt.data(), z.e, z.sp, block.data());
                all_rows_by_transposed(rows, gp.data(), z.fp, vt.data(), z.f, z.sp, slope.data());
                for (int64_t r = 0; r < rows; r++) {
                    T *x = block.data() + r * z.sp, *y = slope.data() + r * z.sp;
                    exp_in_place(x, z.sp, ls[at + r]);
                    std::fill(x + z.s, x + z.sp, T(0));
                    T mean = 0;
                    for (int64_t f = 0; f < z.f; f++) mean += gs[(at + r) * z.f + f] * os[(at + r) * z.f + f];
                    for (int64_t j = 0; j < z.sp; j++) y[j] = x[j] * (y[j] - mean);
                }
                add_all_transposed_by_rows(rows, block.data(), z.sp, gp.data(), z.fp, dvp.data());
                add_all_transposed_by_rows(rows, slope.data(), z.sp, qp.data(), z.ep, dkp.data());
                all_rows_by_tall(rows, slope.data(), z.sp, kp.data(), z.ep, z.s, rowsOut.data());
                for (int64_t r = 0; r < rows; r++) std::memcpy(dqs + (at + r) * z.e, rowsOut.data() + r * z.ep, z.e * sizeof(T));
            }
            for (int64_t j = 0; j < z.s; j++) {
                std::memcpy(dks + (p * z.s + j) * z.e, dkp.data() + j * z.ep, z.e * sizeof(T));
                std::memcpy(dvs + (p * z.s + j) * z.f, dvp.data() + j * z.fp, z.f * sizeof(T));
            }
        }
    });
}

at::ScalarType widest(const at::Tensor& a, const at::Tensor& b, const at::Tensor& c) { return c10::promoteTypes(c10::promoteTypes(a.scalar_type(), b.scalar_type()), c.scalar_type()); }

struct FusedAttention : torch::autograd::Function<FusedAttention> {
    /// Three contiguous axes, all of one type that is computed with.
    static at::Tensor prepare(const at::Tensor& x, at::ScalarType type) { return x.to(type).reshape({-1, x.size(-2), x.size(-1)}).contiguous(); }

    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& query, const at::Tensor& key, const at::Tensor& value) {
        at::AutoDispatchBelowADInplaceOrView below;
        const at::ScalarType wide = widest(query, key, value), type = wide == at::kDouble ? at::kDouble : at::kFloat;
        const at::Tensor q = prepare(query, type), k = prepare(key, type), v = prepare(value, type);
        at::Tensor out = at::empty({q.size(0), q.size(1), v.size(2)}, q.options()), lse = at::empty({q.size(0), q.size(1)}, q.options());
        if (type == at::kDouble)
            ::forward<double>(q, k, v, out, lse);
        else
            ::forward<float>(q, k, v, out, lse);
        context->save_for_backward({q, k, v, out, lse});
        context->saved_data["query"] = query.sizes().vec();
        context->saved_data["key"] = key.sizes().vec();
        context->saved_data["value"] = value.sizes().vec();
        context->saved_data["types"] = std::vector<int64_t>{static_cast<int64_t>(query.scalar_type()), static_cast<int64_t>(key.scalar_type()), static_cast<int64_t>(value.scalar_type())};
        auto shape = query.sizes().vec();
        shape.back() = value.size(-1);
        return out.reshape(shape).to(wide);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list grads) {
        TORCH_CHECK(!at::GradMode::is_enabled(), "workbench::attention has no second derivative");
        const auto saved = context->get_saved_variables();
        const at::Tensor &q = saved[0], &k = saved[1], &v = saved[2], &out = saved[3], &lse = saved[4];
        const at::Tensor grad = prepare(grads[0], q.scalar_type());
        at::Tensor dq = at::empty_like(q), dk = at::empty_like(k), dv = at::empty_like(v);
        if (q.scalar_type() == at::kDouble)
            ::backward<double>(q, k, v, out, lse, grad, dq, dk, dv);
        else
            ::backward<float>(q, k, v, out, lse, grad, dq, dk, dv);
        const auto types = context->saved_data["types"].toIntVector();
        const auto as = [&](const at::Tensor& slope, const char* name, size_t k) { return slope.reshape(context->saved_data[name].toIntVector()).to(static_cast<at::ScalarType>(types[k])); };
        return {as(dq, "query", 0), as(dk, "key", 1), as(dv, "value", 2)};
    }
};

at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value) {
    TORCH_CHECK(query.dim() >= 2 && key.dim() == query.dim() && value.dim() == query.dim(), "attention needs (…, L, E), (…, S, E) and (…, S, F); got ", query.sizes(), ", ", key.sizes(),
                " and ", value.sizes());
    const auto leading = query.sizes().slice(0, query.dim() - 2);
    TORCH_CHECK(key.sizes().slice(0, key.dim() - 2) == leading && value.sizes().slice(0, value.dim() - 2) == leading && key.size(-1) == query.size(-1) && value.size(-2) == key.size(-2),
                "attention needs (…, L, E), (…, S, E) and (…, S, F); got ", query.sizes(), ", ", key.sizes(), " and ", value.sizes());
    TORCH_CHECK(at::isFloatingType(query.scalar_type()) && at::isFloatingType(key.scalar_type()) && at::isFloatingType(value.scalar_type()), "attention needs floating-point types; got ",
                query.scalar_type(), ", ", key.scalar_type(), " and ", value.scalar_type());
    TORCH_CHECK(key.device() == query.device() && value.device() == query.device(), "attention needs one device; got ", query.device(), ", ", key.device(), " and ", value.device());
    if (!query.device().is_cpu() || query.numel() == 0 || key.numel() == 0 || value.numel() == 0)
        return at::matmul(at::softmax(at::matmul(query, key.transpose(-1, -2)), -1), value);
    return FusedAttention::apply(query, key, value);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(workbench, m) {
    m.def("attention(Tensor query, Tensor key, Tensor value) -> Tensor", attention);
}
