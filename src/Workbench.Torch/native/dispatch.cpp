// Operators: found once by name, their schema read once, then called boxed, the commonest signatures directly. Arguments are
// checked against the schema here, because a boxed kernel trusts the tags it finds.
#include "operators.h"

#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

#include <cstring>
#include <memory>
#include <sstream>
#include <vector>

namespace wb {

std::atomic<int64_t> live_tensors{0};

namespace {

thread_local std::string last_error;

Kind kind_of(const c10::TypePtr& type) {
    switch (type->kind()) {
        case c10::TypeKind::TensorType: return Kind::Tensor;
        case c10::TypeKind::IntType: return Kind::Int;
        case c10::TypeKind::SymIntType: return Kind::Int;
        case c10::TypeKind::FloatType: return Kind::Double;
        case c10::TypeKind::BoolType: return Kind::Bool;
        case c10::TypeKind::StringType: return Kind::String;
        case c10::TypeKind::DeviceObjType: return Kind::Device;
        case c10::TypeKind::GeneratorType: return Kind::Generator;
        case c10::TypeKind::NumberType: return Kind::Number;
        case c10::TypeKind::ScalarTypeType: return Kind::Int;
        case c10::TypeKind::LayoutType: return Kind::Int;
        case c10::TypeKind::MemoryFormatType: return Kind::Int;
        case c10::TypeKind::ListType: {
            auto element = type->castRaw<c10::ListType>()->getElementType();
            if (element->kind() == c10::TypeKind::OptionalType) return Kind::OptionalTensors;
            switch (kind_of(element)) {
                case Kind::Int: return Kind::Ints;
                case Kind::Double: return Kind::Doubles;
                case Kind::Bool: return Kind::Bools;
                case Kind::Tensor: return Kind::Tensors;
                default: return Kind::Other;
            }
        }
        default: return Kind::Other;
    }
}

Argument read(const c10::Argument& from) {
    Argument to;
    to.name = from.name();
    c10::TypePtr type = from.type();
    if (type->kind() == c10::TypeKind::OptionalType) {
        to.optional = true;
        type = type->castRaw<c10::OptionalType>()->getElementType();
    }
    to.kind = kind_of(type);
    if (from.N().has_value() && *from.N() > 0) {
        to.broadcast = true;
        to.length = static_cast<int32_t>(*from.N());
    }
    if (from.default_value().has_value()) to.fallback = *from.default_value();
    return to;
}

const char* tag_name(int32_t tag) {
    static const char* names[] = {"None", "Tensor", "int", "double", "bool", "string", "Device", "Generator", "int[]",
                                  "double[]", "bool[]", "Tensor[]", "complex", "default"};
    return tag >= 0 && tag <= WB_DEFAULT ? names[tag] : "value of an unknown tag";
}

[[noreturn]] void refuse(const Operator& op, const Argument& argument, const wb_value& value) {
    std::ostringstream text;
    text << "argument '" << argument.name << "' cannot be a " << tag_name(value.tag) << "; the operator is "
         << op.handle.schema();
    throw BadCall(text.str());
}

c10::List<at::Tensor> tensors(const wb_value& value) {
    c10::List<at::Tensor> list;
    list.reserve(value.count);
    auto handles = static_cast<const wb_tensor*>(value.p);
    for (int32_t k = 0; k < value.count; k++) list.push_back(borrow(handles[k]));
    return list;
}

c10::IValue optional_tensors(const wb_value& value) {
    c10::List<optional<at::Tensor>> list;
    list.reserve(value.count);
    auto handles = static_cast<const wb_tensor*>(value.p);
    for (int32_t k = 0; k < value.count; k++)
        list.push_back(handles[k] ? optional<at::Tensor>(borrow(handles[k])) : nothing);
    return c10::IValue(std::move(list));
}

c10::IValue ints(const Operator& op, const Argument& argument, const wb_value& value) {
    if (value.tag != WB_INTS && value.tag != WB_INT) refuse(op, argument, value);
    bool one = value.tag == WB_INT;
    auto from = static_cast<const int64_t*>(value.p);
    int32_t count = one ? (argument.broadcast ? argument.length : 1) : value.count;
    c10::List<int64_t> list;
    list.reserve(count);
    for (int32_t k = 0; k < count; k++) list.push_back(one ? value.i : from[k]);
    return c10::IValue(std::move(list));
}

c10::IValue none(const Operator& op, const Argument& argument, const wb_value& value) {
    if (argument.optional) return c10::IValue();
    if (argument.kind == Kind::Tensor) return c10::IValue(at::Tensor());
    refuse(op, argument, value);
}

c10::IValue fallback(const Operator& op, const Argument& argument) {
    if (argument.fallback.has_value()) return *argument.fallback;
    if (argument.optional) return c10::IValue();
    std::ostringstream text;
    text << "argument '" << argument.name << "' is missing; the operator is " << op.handle.schema();
    throw BadCall(text.str());
}

c10::IValue convert(const Operator& op, const Argument& argument, const wb_value& value) {
    if (value.tag == WB_NONE) return none(op, argument, value);
    if (value.tag == WB_DEFAULT) return fallback(op, argument);
    switch (argument.kind) {
        case Kind::Tensor:
            if (value.tag == WB_TENSOR) return c10::IValue(borrow(static_cast<wb_tensor>(const_cast<void*>(value.p))));
            break;
        case Kind::Int:
            if (value.tag == WB_INT || value.tag == WB_BOOL) return c10::IValue(value.i);
            break;
        case Kind::Double:
            if (value.tag == WB_DOUBLE) return c10::IValue(value.d);
            if (value.tag == WB_INT) return c10::IValue(static_cast<double>(value.i));
            break;
        case Kind::Bool:
            if (value.tag == WB_BOOL) return c10::IValue(value.i != 0);
            break;
        case Kind::Number:
            if (value.tag == WB_DOUBLE) return c10::IValue(value.d);
            if (value.tag == WB_INT) return c10::IValue(value.i);
            if (value.tag == WB_BOOL) return c10::IValue(value.i != 0);
            if (value.tag == WB_COMPLEX) {
                auto parts = static_cast<const double*>(value.p);
                return c10::IValue(c10::complex<double>(parts[0], parts[1]));
            }
            break;
        case Kind::String:
            if (value.tag == WB_STRING) return c10::IValue(std::string(static_cast<const char*>(value.p), value.count));
            break;
        case Kind::Device:
            if (value.tag == WB_DEVICE)
                return c10::IValue(c10::Device(static_cast<c10::DeviceType>(value.i),
                                               static_cast<c10::DeviceIndex>(value.count)));
            break;
        case Kind::Generator:
            if (value.tag == WB_GENERATOR)
                return c10::IValue(generator(static_cast<wb_generator>(const_cast<void*>(value.p))));
            break;
        case Kind::Ints: return ints(op, argument, value);
        case Kind::Doubles:
            if (value.tag == WB_DOUBLES) {
                auto from = static_cast<const double*>(value.p);
                return c10::IValue(std::vector<double>(from, from + value.count));
            }
            break;
        case Kind::Bools:
            if (value.tag == WB_BOOLS) {
                auto from = static_cast<const uint8_t*>(value.p);
                c10::List<bool> list;
                for (int32_t k = 0; k < value.count; k++) list.push_back(from[k] != 0);
                return c10::IValue(std::move(list));
            }
            break;
        case Kind::Tensors:
            if (value.tag == WB_TENSORS) return c10::IValue(tensors(value));
            break;
        case Kind::OptionalTensors:
            if (value.tag == WB_TENSORS) return optional_tensors(value);
            break;
        case Kind::Other: break;
    }
    refuse(op, argument, value);
}

/// Stacks are reused: one a nested call, so that a call costs no allocation.
thread_local std::vector<std::vector<c10::IValue>> stacks;

struct Stack {
    std::vector<c10::IValue> values;
    Stack() {
        if (!stacks.empty()) {
            values = std::move(stacks.back());
            stacks.pop_back();
        }
    }
    ~Stack() {
        values.clear();
        if (stacks.size() < 4) stacks.push_back(std::move(values));
    }
};

void run(const Operator& op, const wb_value* args, int32_t count, Stack& stack) {
    size_t wanted = op.arguments.size();
    if (count < 0 || static_cast<size_t>(count) > wanted) {
        std::ostringstream text;
        text << count << " arguments for an operator of " << wanted << ": " << op.handle.schema();
        throw BadCall(text.str());
    }
    stack.values.reserve(wanted);
    for (int32_t k = 0; k < count; k++) stack.values.push_back(convert(op, op.arguments[k], args[k]));
    for (size_t k = count; k < wanted; k++) stack.values.push_back(fallback(op, op.arguments[k]));
    op.handle.callBoxed(&stack.values);
}

const Operator& open(wb_operator op) {
    if (op == nullptr) throw BadCall("no operator");
    return *reinterpret_cast<const Operator*>(op);
}

wb_value result(c10::IValue& from) {
    wb_value to{};
    if (from.isTensor()) {
        to.tag = WB_TENSOR;
        to.p = give(std::move(from).toTensor());
    } else if (from.isInt()) {
        to.tag = WB_INT;
        to.i = from.toInt();
    } else if (from.isDouble()) {
        to.tag = WB_DOUBLE;
        to.d = from.toDouble();
    } else if (from.isBool()) {
        to.tag = WB_BOOL;
        to.i = from.toBool();
    } else if (from.isTensorList()) {
        auto list = from.toTensorVector();
        auto handles = static_cast<wb_tensor*>(malloc(sizeof(wb_tensor) * (list.size() + 1)));
        if (handles == nullptr) throw std::bad_alloc();
        for (size_t k = 0; k < list.size(); k++) handles[k] = give(std::move(list[k]));
        to.tag = WB_TENSORS;
        to.count = static_cast<int32_t>(list.size());
        to.p = handles;
    } else if (!from.isNone()) {
        throw BadCall("the operator returns a " + from.tagKind() + ", which the binding does not know");
    }
    return to;
}

}  // namespace

int fail(int status, const std::string& message) noexcept {
    try {
        last_error = message;
    } catch (...) {
    }
    return status;
}

}  // namespace wb

using namespace wb;

int wb_operator_find(const char* name, const char* overload, wb_operator* op) {
    *op = nullptr;
    return guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        if (!handle.has_value()) return;
        auto found = std::make_unique<Operator>(Operator{*handle, {}});
        for (const auto& argument : handle->schema().arguments()) found->arguments.push_back(read(argument));
        bind(*found);
        *op = reinterpret_cast<wb_operator>(found.release());  // lives as long as the process: one a managed field
    });
}

int wb_operator_schema(wb_operator op, char* text, int32_t capacity) {
    return guarded([&] {
        std::ostringstream words;
        words << open(op).handle.schema();
        std::string whole = words.str().substr(0, capacity - 1);
        std::memcpy(text, whole.c_str(), whole.size() + 1);
    });
}

int wb_call(wb_operator op, const wb_value* args, int32_t count, wb_tensor* result) {
    return guarded([&] {
        if (result != nullptr && direct(open(op), args, count, result)) return;
        Stack stack;
        run(open(op), args, count, stack);
        if (result == nullptr) return;
        if (stack.values.size() != 1 || !stack.values[0].isTensor()) throw BadCall("the operator does not return one tensor");
        *result = give(std::move(stack.values[0]).toTensor());
    });
}

int wb_call_many(wb_operator op, const wb_value* args, int32_t count, wb_value* results, int32_t capacity,
                 int32_t* written) {
    *written = 0;
    return guarded([&] {
        Stack stack;
        run(open(op), args, count, stack);
        if (stack.values.size() > static_cast<size_t>(capacity)) throw BadCall("the operator returns more than was asked for");
        for (auto& value : stack.values) results[(*written)++] = wb::result(value);
    });
}

void wb_free(void* block) { free(block); }

const char* wb_last_error(void) { return last_error.c_str(); }
