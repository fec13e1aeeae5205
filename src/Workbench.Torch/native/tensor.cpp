// Handles and what is asked of a tensor without the dispatcher: its sizes, its memory, tensors over managed memory.
#include "common.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <cstring>

using namespace wb;

void wb_tensor_free(wb_tensor t) {
    if (t == nullptr) return;
    live_tensors.fetch_sub(1, std::memory_order_relaxed);
    try {
        c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(t)).reset();
    } catch (...) {
    }
}

int64_t wb_tensor_live(void) { return live_tensors.load(std::memory_order_relaxed); }

int wb_tensor_alias(wb_tensor t, wb_tensor* result) {
    return guarded([&] { *result = give(need(t)); });
}

int64_t wb_tensor_dim(wb_tensor t) { return impl(t)->dim(); }
int64_t wb_tensor_numel(wb_tensor t) { return impl(t)->numel(); }
int32_t wb_tensor_dtype(wb_tensor t) { return static_cast<int32_t>(c10::typeMetaToScalarType(impl(t)->dtype())); }
int64_t wb_tensor_element_size(wb_tensor t) { return static_cast<int64_t>(impl(t)->dtype().itemsize()); }
int32_t wb_tensor_layout(wb_tensor t) { return static_cast<int32_t>(impl(t)->layout()); }
int32_t wb_tensor_is_contiguous(wb_tensor t) { return impl(t)->is_contiguous(); }
int64_t wb_tensor_storage_offset(wb_tensor t) { return impl(t)->storage_offset(); }

int32_t wb_tensor_device(wb_tensor t, int32_t* index) {
    auto device = impl(t)->device();
    *index = device.index();
    return static_cast<int32_t>(device.type());
}

int wb_tensor_sizes(wb_tensor t, int64_t* sizes, int64_t* strides) {
    return guarded([&] {
        auto tensor = need(t);
        if (sizes) std::memcpy(sizes, tensor.sizes().data(), sizeof(int64_t) * tensor.dim());
        if (strides) std::memcpy(strides, tensor.strides().data(), sizeof(int64_t) * tensor.dim());
    });
}

int wb_tensor_data(wb_tensor t, void** data) {
    return guarded([&] {
        auto tensor = need(t);
        if (tensor.device().type() != c10::DeviceType::CPU)
            throw BadCall("the tensor's memory is on " + tensor.device().str() + "; copy it to the CPU first (.cpu())");
        if (tensor.layout() != c10::Layout::Strided) throw BadCall("a sparse tensor has no plain memory; use to_dense()");
        if (tensor.is_conj() || tensor.is_neg())
            throw BadCall("a lazily conjugated or negated view has no plain memory; use resolve_conj() or resolve_neg()");
        *data = tensor.data_ptr();
    });
}

int wb_tensor_from_copy(const void* data, int64_t bytes, const int64_t* sizes, int32_t dim, int32_t dtype,
                        wb_tensor* result) {
    return guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dim), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
        if (static_cast<int64_t>(tensor.nbytes()) != bytes) throw BadCall("the data has another length than the shape asks for");
        if (bytes > 0) std::memcpy(tensor.data_ptr(), data, bytes);
        *result = give(std::move(tensor));
    });
}

int wb_tensor_from_blob(void* data, const int64_t* sizes, int32_t dim, int32_t dtype, void (*release)(void*),
                        void* context, wb_tensor* result) {
    return guarded([&] {
        auto free = [release, context](void*) { release(context); };
        *result = give(at::from_blob(data, at::IntArrayRef(sizes, dim), free,
                                     at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype))));
    });
}
