// The C face of libtorch that the managed binding calls. Small because it is general: an operator is looked up once in
// libtorch's dispatcher and then called boxed, with an array of tagged values. Nothing here knows a model or a paper.
//
// Every function that can fail returns a status (WB_OK or a kind of error); wb_last_error() then gives libtorch's own
// words, for the calling thread, until its next failure. No C++ exception leaves this library.
//
// Ownership: a wb_tensor or wb_generator that a function hands out belongs to the caller (wb_tensor_free,
// wb_generator_free). Those passed in are borrowed for the call. A null wb_tensor means "no tensor" (undefined, None).
#pragma once
#include <stdint.h>

#define WB_ABI 4
#define WB_API extern "C" __attribute__((visibility("default")))

typedef struct wb_tensor_opaque* wb_tensor;
typedef struct wb_generator_opaque* wb_generator;
typedef struct wb_operator_opaque* wb_operator;
typedef struct wb_node_opaque* wb_node;

enum wb_status { WB_OK = 0, WB_TORCH_ERROR = 1, WB_INDEX_ERROR = 2, WB_NOT_IMPLEMENTED = 3, WB_OUT_OF_MEMORY = 4,
                 WB_BAD_CALL = 5, WB_STD_ERROR = 6, WB_UNKNOWN = 7 };

enum wb_tag { WB_NONE = 0, WB_TENSOR = 1, WB_INT = 2, WB_DOUBLE = 3, WB_BOOL = 4, WB_STRING = 5, WB_DEVICE = 6,
              WB_GENERATOR = 7, WB_INTS = 8, WB_DOUBLES = 9, WB_BOOLS = 10, WB_TENSORS = 11, WB_COMPLEX = 12,
              WB_DEFAULT = 13 };

// count: elements of a list, bytes of a string, the index of a device. i also carries dtypes, layouts and memory formats.
typedef struct wb_value {
    int32_t tag;
    int32_t count;
    union { int64_t i; double d; const void* p; };
} wb_value;

// ---- dispatcher (dispatch.cpp)
WB_API int wb_operator_find(const char* name, const char* overload, wb_operator* op);   // op = null: there is none
WB_API int wb_operator_schema(wb_operator op, char* text, int32_t capacity);
WB_API int wb_call(wb_operator op, const wb_value* args, int32_t count, wb_tensor* result);
WB_API int wb_call_many(wb_operator op, const wb_value* args, int32_t count, wb_value* results, int32_t capacity,
                        int32_t* written);
WB_API void wb_free(void* block);                               // a list that wb_call_many handed out
WB_API const char* wb_last_error(void);

// ---- tensors (tensor.cpp)
WB_API void wb_tensor_free(wb_tensor t);
WB_API int64_t wb_tensor_live(void);
WB_API int wb_tensor_alias(wb_tensor t, wb_tensor* result);     // a second handle to the same tensor
WB_API int64_t wb_tensor_dim(wb_tensor t);
WB_API int64_t wb_tensor_numel(wb_tensor t);
WB_API int32_t wb_tensor_dtype(wb_tensor t);
WB_API int64_t wb_tensor_element_size(wb_tensor t);
WB_API int32_t wb_tensor_device(wb_tensor t, int32_t* index);
WB_API int32_t wb_tensor_layout(wb_tensor t);
WB_API int32_t wb_tensor_is_contiguous(wb_tensor t);
WB_API int64_t wb_tensor_storage_offset(wb_tensor t);
WB_API int wb_tensor_sizes(wb_tensor t, int64_t* sizes, int64_t* strides);   // room for dim() each; either may be null
WB_API int wb_tensor_data(wb_tensor t, void** data);
WB_API int wb_tensor_from_copy(const void* data, int64_t bytes, const int64_t* sizes, int32_t dim, int32_t dtype,
                               wb_tensor* result);
WB_API int wb_tensor_from_blob(void* data, const int64_t* sizes, int32_t dim, int32_t dtype, void (*release)(void*),
                               void* context, wb_tensor* result);

// ---- autograd (autograd.cpp)
WB_API int32_t wb_tensor_requires_grad(wb_tensor t);
WB_API int wb_tensor_set_requires_grad(wb_tensor t, int32_t on);
WB_API int wb_tensor_grad(wb_tensor t, wb_tensor* grad);
WB_API int wb_tensor_set_grad(wb_tensor t, wb_tensor grad);
WB_API int wb_backward(const wb_tensor* roots, const wb_tensor* seeds, int32_t count, int32_t keep_graph,
                       int32_t create_graph, const wb_tensor* inputs, int32_t input_count);
WB_API int wb_grad(const wb_tensor* roots, const wb_tensor* seeds, int32_t count, const wb_tensor* inputs,
                   int32_t input_count, int32_t keep_graph, int32_t create_graph, int32_t allow_unused,
                   wb_tensor* grads);
WB_API int32_t wb_grad_mode(int32_t set);                       // set: 0 off, 1 on, -1 leave; returns the mode before
WB_API int32_t wb_inference_mode(void);
WB_API int wb_inference_enter(int32_t on, void** guard);
WB_API void wb_inference_leave(void* guard);
WB_API int wb_anomaly_mode(int32_t set, int32_t check_nan, int32_t* before, int32_t* check_before);

// A backward step written in managed code. backward gets one gradient an output (null: none) and writes one a tensor
// input (null: none); it returns 0, or 1 after leaving its message in error. release runs once, on any thread.
typedef int32_t (*wb_backward_fn)(void* context, const wb_tensor* grads, int32_t grad_count, wb_tensor* results,
                                  int32_t result_count, char* error, int32_t error_capacity);
typedef void (*wb_release_fn)(void* context);
// flags an output: 0 differentiable, 1 not differentiable, 2 an input changed in place
WB_API int wb_node_attach(const wb_tensor* inputs, int32_t input_count, const wb_tensor* outputs, const int32_t* flags,
                          int32_t output_count, const wb_tensor* saved, int32_t saved_count, int32_t materialize,
                          wb_backward_fn backward, wb_release_fn release, void* context, wb_tensor* results,
                          wb_node* node);
WB_API int wb_node_saved(wb_node node, wb_tensor* saved, int32_t capacity, int32_t* count);

// ---- profile (profile.cpp)
WB_API int wb_profile_start(void);
// Ends it and writes a line an operator: name, calls, nanoseconds without and with what it calls, tab-separated; needed is the length.
// Nothing is written when it does not fit; call again with more room.
WB_API int wb_profile_stop(char* text, int64_t capacity, int64_t* needed);

// ---- runtime (runtime.cpp)
WB_API int32_t wb_abi(void);
WB_API const char* wb_built_for(void);                          // TORCH_VERSION of the headers it was built with
WB_API int wb_describe(char* text, int32_t capacity);           // at::show_config(), at::get_parallel_info()
WB_API const char* wb_cpu_capability(void);
WB_API int32_t wb_threads(int32_t set);                         // set <= 0: only ask
WB_API int wb_interop_threads(int32_t set, int32_t* now);
WB_API int32_t wb_cuda_devices(void);
WB_API int32_t wb_cudnn(void);
WB_API int wb_cuda_synchronize(int32_t index);
WB_API int32_t wb_default_dtype(int32_t set);                   // set < 0: only ask
WB_API int32_t wb_promote_types(int32_t a, int32_t b);
WB_API int32_t wb_can_cast(int32_t from, int32_t to);
WB_API int wb_flag(const char* name, int32_t set, int32_t* before);   // a switch of at::globalContext(); set < 0: ask
WB_API int wb_autocast(int32_t device_type, int32_t enabled, int32_t dtype, int32_t* enabled_before,
                       int32_t* dtype_before);
WB_API int wb_autocast_nest(int32_t deeper);                    // +1 or -1; leaving the outermost clears the cache
WB_API int wb_manual_seed(uint64_t seed);                       // every device
WB_API int wb_generator_new(int32_t device_type, int32_t index, wb_generator* result);
WB_API int wb_generator_default(int32_t device_type, int32_t index, wb_generator* result);
WB_API void wb_generator_free(wb_generator g);
WB_API int wb_generator_seed(wb_generator g, int32_t kind, uint64_t* seed);   // kind 0: set, 1: ask, 2: draw a new one
WB_API int wb_generator_state(wb_generator g, wb_tensor set, wb_tensor* result);
