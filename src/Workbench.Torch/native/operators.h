// What the shim knows of an operator: its handle in libtorch's dispatcher, its arguments, and, for the commonest signatures, the C++
// function itself.
#pragma once
#include "common.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

#include <string>
#include <vector>

namespace wb {

enum class Kind { Tensor, Int, Double, Bool, String, Device, Generator, Number, Ints, Doubles, Bools, Tensors,
                  OptionalTensors, Other };

struct Argument {
    std::string name;
    Kind kind = Kind::Other;
    bool optional = false;
    bool broadcast = false;  // int[2]: one int stands for all
    int32_t length = 0;
    wb::optional<c10::IValue> fallback;
};

/// The commonest signatures are called as C++ functions, without boxing their arguments: T is a tensor, S a number.
using OfT = at::Tensor(const at::Tensor&);
using OfTT = at::Tensor(const at::Tensor&, const at::Tensor&);
using OfTS = at::Tensor(const at::Tensor&, const at::Scalar&);
using OfTTS = at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&);

struct Operator {
    c10::OperatorHandle handle;
    std::vector<Argument> arguments;
    wb::optional<c10::TypedOperatorHandle<OfT>> of_t = wb::nothing;
    wb::optional<c10::TypedOperatorHandle<OfTT>> of_tt = wb::nothing;
    wb::optional<c10::TypedOperatorHandle<OfTS>> of_ts = wb::nothing;
    wb::optional<c10::TypedOperatorHandle<OfTTS>> of_tts = wb::nothing;
};

/// Binds the signature where the schema has it; an operator that was registered with another one stays boxed.
void bind(Operator& op);

/// The call without boxing, where the operator and the values at hand allow it.
bool direct(const Operator& op, const wb_value* args, int32_t count, wb_tensor* result);

}  // namespace wb
