// Calls without boxing, for the commonest signatures: one or two tensors, and perhaps a number, in; one new tensor out.
#include "operators.h"

#include <ATen/core/jit_type.h>

namespace wb {

namespace {

/// True where the schema is: these arguments, nothing changed in place, one new tensor.
bool is(const Operator& op, std::initializer_list<Kind> kinds) {
    const auto& schema = op.handle.schema();
    if (op.arguments.size() != kinds.size() || schema.returns().size() != 1 || schema.is_vararg()) return false;
    if (schema.returns()[0].type()->kind() != c10::TypeKind::TensorType || schema.returns()[0].alias_info() != nullptr) return false;
    size_t k = 0;
    for (Kind kind : kinds) {
        const Argument& argument = op.arguments[k];
        if (argument.kind != kind || argument.optional || schema.arguments()[k].alias_info() != nullptr) return false;
        k++;
    }
    return true;
}

}  // namespace

void bind(Operator& op) {
    try {
        if (is(op, {Kind::Tensor})) op.of_t = op.handle.typed<OfT>();
        if (is(op, {Kind::Tensor, Kind::Tensor})) op.of_tt = op.handle.typed<OfTT>();
        if (is(op, {Kind::Tensor, Kind::Number})) op.of_ts = op.handle.typed<OfTS>();
        if (is(op, {Kind::Tensor, Kind::Tensor, Kind::Number})) op.of_tts = op.handle.typed<OfTTS>();
    } catch (const c10::Error&) {
    }
}

namespace {

/// A tensor lent for a call: no count goes up or down.
struct Lent {
    at::Tensor tensor;
    explicit Lent(const wb_value& value)
        : tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(static_cast<wb_tensor>(const_cast<void*>(value.p))))) {}
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() { tensor.unsafeReleaseTensorImpl(); }
};

bool number(const wb_value& value, at::Scalar& to) {
    if (value.tag == WB_DOUBLE)
        to = value.d;
    else if (value.tag == WB_INT)
        to = value.i;
    else if (value.tag == WB_BOOL)
        to = value.i != 0;
    else
        return false;
    return true;
}

}  // namespace

bool direct(const Operator& op, const wb_value* args, int32_t count, wb_tensor* result) {
    if (count < 1 || args[0].tag != WB_TENSOR) return false;
    if (count == 1) {
        if (!op.of_t.has_value()) return false;
        Lent a(args[0]);
        *result = give(op.of_t->call(a.tensor));
        return true;
    }
    at::Scalar scalar;
    if (args[1].tag != WB_TENSOR) {
        if (count != 2 || !op.of_ts.has_value() || !number(args[1], scalar)) return false;
        Lent a(args[0]);
        *result = give(op.of_ts->call(a.tensor, scalar));
        return true;
    }
    if (count == 2 && op.of_tt.has_value()) {
        Lent a(args[0]), b(args[1]);
        *result = give(op.of_tt->call(a.tensor, b.tensor));
        return true;
    }
    if (!op.of_tts.has_value()) return false;
    if (count == 3) {
        if (!number(args[2], scalar)) return false;
    } else if (count == 2 && op.arguments[2].fallback.has_value()) {
        scalar = op.arguments[2].fallback->toScalar();
    } else {
        return false;
    }
    Lent a(args[0]), b(args[1]);
    *result = give(op.of_tts->call(a.tensor, b.tensor, scalar));
    return true;
}

}  // namespace wb
