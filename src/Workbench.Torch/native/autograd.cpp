// Gradients: what PyTorch's engine is asked from outside, and backward steps that are written in managed code.
#include "common.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

#include <memory>
#include <mutex>
#include <vector>

using namespace wb;
using torch::autograd::variable_list;

namespace {

variable_list list(const wb_tensor* handles, int32_t count) {
    variable_list tensors;
    if (handles == nullptr) return tensors;
    tensors.reserve(count);
    for (int32_t k = 0; k < count; k++) tensors.push_back(borrow(handles[k]));
    return tensors;
}

struct ManagedNode : torch::autograd::Node {
    wb_backward_fn backward = nullptr;
    wb_release_fn release = nullptr;
    void* context = nullptr;
    bool materialize = true;
    bool released = false;
    std::vector<torch::autograd::SavedVariable> saved;

    struct Shape {
        std::vector<int64_t> sizes;
        at::TensorOptions options;
    };
    std::vector<Shape> outputs;

    ~ManagedNode() override {
        if (release != nullptr) release(context);
    }

    std::string name() const override { return "ManagedBackward"; }

    void release_variables() override {
        std::lock_guard<std::mutex> lock(mutex_);
        saved.clear();
        released = true;
    }

    variable_list apply(variable_list&& grads) override {
        size_t edges = next_edges().size();
        std::vector<wb_tensor> in(grads.size(), nullptr), out(edges, nullptr);
        for (size_t k = 0; k < grads.size(); k++) {
            at::Tensor grad = grads[k];
            if (!grad.defined() && materialize && k < outputs.size())
                grad = at::zeros(outputs[k].sizes, outputs[k].options);
            in[k] = give(grad);
        }
        char error[2048] = {0};
        int32_t status = backward(context, in.data(), static_cast<int32_t>(in.size()), out.data(),
                                  static_cast<int32_t>(out.size()), error, sizeof(error));
        for (auto handle : in) wb_tensor_free(handle);
        variable_list results;
        for (auto handle : out) {
            results.push_back(borrow(handle));
            wb_tensor_free(handle);
        }
        if (status != 0) throw std::runtime_error(error);
        return results;
    }
};

}  // namespace

int32_t wb_tensor_requires_grad(wb_tensor t) { return impl(t)->requires_grad(); }

int wb_tensor_set_requires_grad(wb_tensor t, int32_t on) {
    return guarded([&] {
        auto tensor = need(t);
        if (on && !at::isFloatingType(tensor.scalar_type()) && !at::isComplexType(tensor.scalar_type()))
            throw BadCall(std::string("only floating point and complex tensors can require gradients, this one is ") +
                          c10::toString(tensor.scalar_type()));
        if (!on && !tensor.is_leaf())
            throw BadCall("requires_grad can only be switched off on a leaf tensor; use detach()");
        tensor.set_requires_grad(on != 0);
    });
}

int wb_tensor_grad(wb_tensor t, wb_tensor* grad) {
    return guarded([&] { *grad = give(impl(t)->grad()); });
}

int wb_tensor_set_grad(wb_tensor t, wb_tensor grad) {
    return guarded([&] {
        auto tensor = need(t);
        auto value = borrow(grad);
        if (value.defined() && value.sizes() != tensor.sizes())
            throw BadCall("a gradient has the shape of its tensor: " + c10::str(tensor.sizes()) + ", not " +
                          c10::str(value.sizes()));
        if (value.defined() && (value.scalar_type() != tensor.scalar_type() || value.device() != tensor.device()))
            throw BadCall("a gradient has the dtype and device of its tensor");
        tensor.mutable_grad() = value;
    });
}

int wb_backward(const wb_tensor* roots, const wb_tensor* seeds, int32_t count, int32_t keep_graph,
                int32_t create_graph, const wb_tensor* inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(list(roots, count), list(seeds, count), keep_graph != 0, create_graph != 0,
                                  list(inputs, input_count));
    });
}

int wb_grad(const wb_tensor* roots, const wb_tensor* seeds, int32_t count, const wb_tensor* inputs,
            int32_t input_count, int32_t keep_graph, int32_t create_graph, int32_t allow_unused, wb_tensor* grads) {
    return guarded([&] {
        auto results = torch::autograd::grad(list(roots, count), list(inputs, input_count), list(seeds, count),
                                             keep_graph != 0, create_graph != 0, allow_unused != 0);
        for (int32_t k = 0; k < input_count; k++) grads[k] = give(results[k]);
    });
}

int32_t wb_grad_mode(int32_t set) {
    bool before = at::GradMode::is_enabled();
    if (set >= 0) at::GradMode::set_enabled(set != 0);
    // Autocast keeps a weight's copy in the smaller type until it is left. One made without gradients has none to pass on.
    if (set > 0 && !before && at::autocast::is_autocast_cache_enabled()) at::autocast::clear_cache();
    return before;
}

int32_t wb_inference_mode(void) { return c10::InferenceMode::is_enabled(); }

int wb_inference_enter(int32_t on, void** guard) {
    return guarded([&] { *guard = new c10::InferenceMode(on != 0); });
}

void wb_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

int wb_anomaly_mode(int32_t set, int32_t check_nan, int32_t* before, int32_t* check_before) {
    return guarded([&] {
        using torch::autograd::AnomalyMode;
        *before = AnomalyMode::is_enabled();
        *check_before = AnomalyMode::should_check_nan();
        if (set >= 0) AnomalyMode::set_enabled(set != 0, check_nan != 0);
    });
}

int wb_node_attach(const wb_tensor* inputs, int32_t input_count, const wb_tensor* outputs, const int32_t* flags,
                   int32_t output_count, const wb_tensor* saved, int32_t saved_count, int32_t materialize,
                   wb_backward_fn backward, wb_release_fn release, void* context, wb_tensor* results, wb_node* node) {
    *node = nullptr;
    bool owned = false;
    int status = guarded([&] {
        auto from = list(inputs, input_count);
        auto to = list(outputs, output_count);
        bool needed = false;
        if (at::GradMode::is_enabled())
            for (auto& input : from) needed |= input.defined() && input.requires_grad();
        if (!needed) {
            for (int32_t k = 0; k < output_count; k++) results[k] = give(to[k]);
            return;
        }
        std::shared_ptr<ManagedNode> step(new ManagedNode(), torch::autograd::deleteNode);
        step->set_next_edges(torch::autograd::collect_next_edges(from));
        step->backward = backward;
        step->materialize = materialize != 0;
        variable_list made;
        for (int32_t k = 0; k < output_count; k++) {
            at::Tensor output = to[k];
            step->outputs.push_back({output.sizes().vec(), output.options()});
            if (flags[k] == 2) {
                if (output.is_leaf() && output.requires_grad())
                    throw BadCall("a leaf that requires gradients cannot be changed in place");
                torch::autograd::impl::rebase_history(output, {step, step->add_input_metadata(output)});
            } else if (flags[k] == 1) {
                output = output.detach();
                step->add_input_metadata(torch::autograd::Node::undefined_input());
            } else {
                output = output.detach();
                torch::autograd::set_history(output, step);
            }
            made.push_back(output);
        }
        for (int32_t k = 0; k < saved_count; k++) {
            at::Tensor kept = borrow(saved[k]);
            bool is_output = false;
            for (int32_t o = 0; o < output_count; o++)
                if (flags[o] != 1 && saved[k] != nullptr && saved[k] == outputs[o]) {
                    kept = made[o];
                    is_output = true;
                }
            step->saved.emplace_back(kept, is_output);
        }
        step->context = context;
        step->release = release;  // from here on the node owns the context
        owned = true;
        for (int32_t k = 0; k < output_count; k++) results[k] = give(made[k]);
        *node = reinterpret_cast<wb_node>(step.get());
    });
    if (!owned) release(context);
    return status;
}

int wb_node_saved(wb_node node, wb_tensor* saved, int32_t capacity, int32_t* count) {
    *count = 0;
    return guarded([&] {
        auto step = reinterpret_cast<ManagedNode*>(node);
        if (step->released)
            throw BadCall("the graph was freed by an earlier backward; call it with retain_graph: true to go through it twice");
        std::shared_ptr<torch::autograd::Node> self = step->shared_from_this();
        if (static_cast<int32_t>(step->saved.size()) > capacity) throw BadCall("more tensors were saved than asked for");
        for (auto& kept : step->saved) saved[(*count)++] = give(kept.unpack(self));
    });
}
