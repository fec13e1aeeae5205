// Products of small matrices held in cache, written for the compiler's vectors of 32 bytes. Every function is for one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace wb::kernels {

template <typename T>
struct Simd {
    typedef T vec __attribute__((vector_size(32), aligned(sizeof(T)), may_alias));
    static constexpr int64_t lanes = 32 / sizeof(T);
};

inline int64_t round_up(int64_t n, int64_t to) { return (n + to - 1) / to * to; }

/// out[i][j] = Σ_e a[i][e]·bt[e][j] for `rows` rows and all columns; columns is a multiple of 2 vectors.
template <typename T, int R>
void rows_by_transposed(const T* a, int64_t lda, const T* bt, int64_t inner, int64_t columns, T* out) {
    using vec = typename Simd<T>::vec;
    constexpr int64_t w = Simd<T>::lanes;
    for (int64_t j = 0; j < columns; j += 2 * w) {
        vec sum[R][2] = {};
        for (int64_t e = 0; e < inner; e++) {
            const vec b0 = *reinterpret_cast<const vec*>(bt + e * columns + j), b1 = *reinterpret_cast<const vec*>(bt + e * columns + j + w);
            for (int r = 0; r < R; r++) {
                const T x = a[r * lda + e];
                sum[r][0] += x * b0;
                sum[r][1] += x * b1;
            }
        }
        for (int r = 0; r < R; r++) {
            *reinterpret_cast<vec*>(out + r * columns + j) = sum[r][0];
            *reinterpret_cast<vec*>(out + r * columns + j + w) = sum[r][1];
        }
    }
}

template <typename T>
void all_rows_by_transposed(int64_t rows, const T* a, int64_t lda, const T* bt, int64_t inner, int64_t columns, T* out) {
    int64_t i = 0;
    for (; i + 4 <= rows; i += 4) rows_by_transposed<T, 4>(a + i * lda, lda, bt, inner, columns, out + i * columns);
    for (; i < rows; i++) rows_by_transposed<T, 1>(a + i * lda, lda, bt, inner, columns, out + i * columns);
}

/// out[i][e…] = Σ_j p[i][j]·b[j][e…] for R rows and N vectors of columns.
template <typename T, int R, int N>
void rows_by_tall(const T* p, int64_t ldp, const T* b, int64_t ldb, int64_t inner, T* out, int64_t ldo) {
    using vec = typename Simd<T>::vec;
    constexpr int64_t w = Simd<T>::lanes;
    vec sum[R][N] = {};
    for (int64_t j = 0; j < inner; j++) {
        vec y[N];
        for (int n = 0; n < N; n++) y[n] = *reinterpret_cast<const vec*>(b + j * ldb + n * w);
        for (int r = 0; r < R; r++) {
            const T x = p[r * ldp + j];
            for (int n = 0; n < N; n++) sum[r][n] += x * y[n];
        }
    }
    for (int r = 0; r < R; r++)
        for (int n = 0; n < N; n++) *reinterpret_cast<vec*>(out + r * ldo + n * w) = sum[r][n];
}

/// width is a multiple of a vector; out has the same leading dimension as b.
template <typename T>
void all_rows_by_tall(int64_t rows, const T* p, int64_t ldp, const T* b, int64_t width, int64_t inner, T* out) {
    constexpr int64_t w = Simd<T>::lanes;
    for (int64_t e = 0; e < width;) {
        const int64_t left = (width - e) / w;
        const int n = left >= 3 && left != 4 ? 3 : left >= 2 ? 2 : 1;
        int64_t i = 0;
        for (; i + 4 <= rows; i += 4) {
            const T* x = p + i * ldp;
            T* y = out + i * width + e;
            n == 3 ? rows_by_tall<T, 4, 3>(x, ldp, b + e, width, inner, y, width) : n == 2 ? rows_by_tall<T, 4, 2>(x, ldp, b + e, width, inner, y, width)
                                                                                          : rows_by_tall<T, 4, 1>(x, ldp, b + e, width, inner, y, width);
        }
        for (; i < rows; i++) {
            const T* x = p + i * ldp;
            T* y = out + i * width + e;
            n == 3 ? rows_by_tall<T, 1, 3>(x, ldp, b + e, width, inner, y, width) : n == 2 ? rows_by_tall<T, 1, 2>(x, ldp, b + e, width, inner, y, width)
                                                                                          : rows_by_tall<T, 1, 1>(x, ldp, b + e, width, inner, y, width);
        }
        e += n * w;
    }
}

/// out[j][e…] += Σ_i p[i][j]·a[i][e…] for C columns j and N vectors.
template <typename T, int C, int N>
void add_transposed_by_rows(int64_t rows, const T* p, int64_t ldp, const T* a, int64_t lda, T* out, int64_t ldo) {
    using vec = typename Simd<T>::vec;
    constexpr int64_t w = Simd<T>::lanes;
    vec sum[C][N];
    for (int c = 0; c < C; c++)
        for (int n = 0; n < N; n++) sum[c][n] = *reinterpret_cast<const vec*>(out + c * ldo + n * w);
    for (int64_t i = 0; i < rows; i++) {
        vec y[N];
        for (int n = 0; n < N; n++) y[n] = *reinterpret_cast<const vec*>(a + i * lda + n * w);
        for (int c = 0; c < C; c++) {
            const T x = p[i * ldp + c];
            for (int n = 0; n < N; n++) sum[c][n] += x * y[n];
        }
    }
    for (int c = 0; c < C; c++)
        for (int n = 0; n < N; n++) *reinterpret_cast<vec*>(out + c * ldo + n * w) = sum[c][n];
}

/// columns is a multiple of 4 (out has as many rows).
template <typename T>
void add_all_transposed_by_rows(int64_t rows, const T* p, int64_t columns, const T* a, int64_t width, T* out) {
    constexpr int64_t w = Simd<T>::lanes;
    for (int64_t e = 0; e < width;) {
        const int64_t left = (width - e) / w;
        const int n = left >= 3 && left != 4 ? 3 : left >= 2 ? 2 : 1;
        for (int64_t j = 0; j < columns; j += 4) {
            T* y = out + j * width + e;
            n == 3 ? add_transposed_by_rows<T, 4, 3>(rows, p + j, columns, a + e, width, y, width)
                   : n == 2 ? add_transposed_by_rows<T, 4, 2>(rows, p + j, columns, a + e, width, y, width)
                            : add_transposed_by_rows<T, 4, 1>(rows, p + j, columns, a + e, width, y, width);
        }
        e += n * w;
    }
}

template <typename T>
void pad_rows(const T* from, int64_t rows, int64_t columns, T* to, int64_t padded) {
    for (int64_t i = 0; i < rows; i++) {
        std::memcpy(to + i * padded, from + i * columns, columns * sizeof(T));
        std::fill(to + i * padded + columns, to + (i + 1) * padded, T(0));
    }
}

template <typename T>
void transpose(const T* from, int64_t rows, int64_t columns, T* to, int64_t padded) {
    for (int64_t e = 0; e < columns; e++) {
        for (int64_t j = 0; j < rows; j++) to[e * padded + j] = from[j * columns + e];
        std::fill(to + e * padded + rows, to + (e + 1) * padded, T(0));
    }
}

}  // namespace wb::kernels
