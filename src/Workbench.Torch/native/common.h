// What every source of the shim shares: borrowing and handing out tensors, and the one place where exceptions end.
#pragma once
#include "shim.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <torch/csrc/api/include/torch/version.h>

#include <atomic>
#include <new>
#include <stdexcept>
#include <string>

/// libtorch's version as one number: 113 is 1.13, 205 is 2.5.
#define WB_TORCH (TORCH_VERSION_MAJOR * 100 + TORCH_VERSION_MINOR)

#if WB_TORCH >= 205
#include <optional>
#endif

namespace wb {

#if WB_TORCH >= 205  // c10::optional became std::optional on the way, and then went
template <typename T>
using optional = std::optional<T>;
constexpr auto nothing = std::nullopt;
#else
template <typename T>
using optional = c10::optional<T>;
constexpr auto nothing = c10::nullopt;
#endif

extern std::atomic<int64_t> live_tensors;

/// Keeps the message for wb_last_error() and returns the status.
int fail(int status, const std::string& message) noexcept;

/// A wrong call of ours (a tag where the schema wants another, a count that does not fit).
struct BadCall : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline c10::TensorImpl* impl(wb_tensor t) { return reinterpret_cast<c10::TensorImpl*>(t); }

/// The tensor behind a borrowed handle; undefined for null.
inline at::Tensor borrow(wb_tensor t) {
    if (t == nullptr) return at::Tensor();
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(impl(t)));
}

/// A handle the caller owns; null for an undefined tensor.
inline wb_tensor give(at::Tensor t) {
    if (!t.defined()) return nullptr;
    live_tensors.fetch_add(1, std::memory_order_relaxed);
    return reinterpret_cast<wb_tensor>(t.unsafeReleaseTensorImpl());
}

inline at::Tensor need(wb_tensor t) {
    if (t == nullptr) throw BadCall("a tensor is needed here, and there is none");
    return borrow(t);
}

inline at::Generator generator(wb_generator g) {
    if (g == nullptr) throw BadCall("a generator is needed here, and there is none");
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(reinterpret_cast<c10::GeneratorImpl*>(g)));
}

/// Runs body; turns whatever it throws into a status and a message.
template <typename Body>
int guarded(Body&& body) noexcept {
    try {
        body();
        return WB_OK;
    } catch (const BadCall& e) {
        return fail(WB_BAD_CALL, e.what());
    } catch (const c10::IndexError& e) {
        return fail(WB_INDEX_ERROR, e.what_without_backtrace());
    } catch (const c10::NotImplementedError& e) {
        return fail(WB_NOT_IMPLEMENTED, e.what_without_backtrace());
    } catch (const c10::Error& e) {
        std::string message = e.what_without_backtrace();
        bool memory = message.find("out of memory") != std::string::npos ||
                      message.find("DefaultCPUAllocator") != std::string::npos;
        return fail(memory ? WB_OUT_OF_MEMORY : WB_TORCH_ERROR, message);
    } catch (const std::bad_alloc& e) {
        return fail(WB_OUT_OF_MEMORY, e.what());
    } catch (const std::exception& e) {
        return fail(WB_STD_ERROR, e.what());
    } catch (...) {
        return fail(WB_UNKNOWN, "an exception of an unknown type");
    }
}

}  // namespace wb
