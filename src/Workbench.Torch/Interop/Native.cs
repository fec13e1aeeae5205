using System.Runtime.InteropServices;

namespace Workbench.Torch.Interop;

/// <summary>The functions of native/shim.h, under their C names. Those that cannot wait run without a GC transition.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "workbench_torch";

    /// <summary>WB_ABI of shim.h: raise both when a signature changes.</summary>
    internal const int Abi = 4;

    static Native() => ShimLoader.Load();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int wb_operator_find(string name, string overload, out nint op);

    [LibraryImport(Library)]
    public static partial int wb_operator_schema(nint op, byte* text, int capacity);

    [LibraryImport(Library)]
    public static partial int wb_call(nint op, NativeValue* args, int count, nint* result);

    [LibraryImport(Library)]
    public static partial int wb_call_many(nint op, NativeValue* args, int count, NativeValue* results, int capacity, int* written);

    [LibraryImport(Library)]
    public static partial void wb_free(nint block);

    [LibraryImport(Library)]
    public static partial byte* wb_last_error();

    [LibraryImport(Library)]
    public static partial void wb_tensor_free(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long wb_tensor_live();

    [LibraryImport(Library)]
    public static partial int wb_tensor_alias(nint tensor, out nint result);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long wb_tensor_dim(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long wb_tensor_numel(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_tensor_dtype(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long wb_tensor_element_size(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_tensor_device(nint tensor, int* index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_tensor_layout(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_tensor_is_contiguous(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long wb_tensor_storage_offset(nint tensor);

    [LibraryImport(Library)]
    public static partial int wb_tensor_sizes(nint tensor, long* sizes, long* strides);

    [LibraryImport(Library)]
    public static partial int wb_tensor_data(nint tensor, out nint data);

    [LibraryImport(Library)]
    public static partial int wb_tensor_from_copy(void* data, long bytes, long* sizes, int dim, int dtype, out nint result);

    [LibraryImport(Library)]
    public static partial int wb_tensor_from_blob(void* data, long* sizes, int dim, int dtype, delegate* unmanaged<void*, void> release, void* context, out nint result);

    [LibraryImport(Library)]
    public static partial int wb_tensor_requires_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int wb_tensor_set_requires_grad(nint tensor, int on);

    [LibraryImport(Library)]
    public static partial int wb_tensor_grad(nint tensor, out nint grad);

    [LibraryImport(Library)]
    public static partial int wb_tensor_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    public static partial int wb_backward(nint* roots, nint* seeds, int count, int keepGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int wb_grad(nint* roots, nint* seeds, int count, nint* inputs, int inputCount, int keepGraph, int createGraph, int allowUnused, nint* grads);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_grad_mode(int set);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int wb_inference_mode();

    [LibraryImport(Library)]
    public static partial int wb_inference_enter(int on, out nint guard);

    [LibraryImport(Library)]
    public static partial void wb_inference_leave(nint guard);

    [LibraryImport(Library)]
    public static partial int wb_anomaly_mode(int set, int checkNan, out int before, out int checkBefore);

    [LibraryImport(Library)]
    public static partial int wb_node_attach(nint* inputs, int inputCount, nint* outputs, int* flags, int outputCount, nint* saved, int savedCount, int materialize, delegate* unmanaged<nint, nint*, int, nint*, int, byte*, int, int> backward, delegate* unmanaged<nint, void> release, nint context, nint* results, out nint node);

    [LibraryImport(Library)]
    public static partial int wb_node_saved(nint node, nint* saved, int capacity, out int count);

    [LibraryImport(Library)]
    public static partial int wb_profile_start();

    [LibraryImport(Library)]
    public static partial int wb_profile_stop(byte* text, long capacity, out long needed);

    [LibraryImport(Library)]
    public static partial int wb_abi();

    [LibraryImport(Library)]
    public static partial byte* wb_built_for();

    [LibraryImport(Library)]
    public static partial int wb_describe(byte* text, int capacity);

    [LibraryImport(Library)]
    public static partial byte* wb_cpu_capability();

    [LibraryImport(Library)]
    public static partial int wb_threads(int set);

    [LibraryImport(Library)]
    public static partial int wb_interop_threads(int set, out int now);

    [LibraryImport(Library)]
    public static partial int wb_cuda_devices();

    [LibraryImport(Library)]
    public static partial int wb_cudnn();

    [LibraryImport(Library)]
    public static partial int wb_cuda_synchronize(int index);

    [LibraryImport(Library)]
    public static partial int wb_default_dtype(int set);

    [LibraryImport(Library)]
    public static partial int wb_promote_types(int a, int b);

    [LibraryImport(Library)]
    public static partial int wb_can_cast(int from, int to);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int wb_flag(string name, int set, out int before);

    [LibraryImport(Library)]
    public static partial int wb_autocast(int deviceType, int enabled, int dtype, out int enabledBefore, out int dtypeBefore);

    [LibraryImport(Library)]
    public static partial int wb_autocast_nest(int deeper);

    [LibraryImport(Library)]
    public static partial int wb_manual_seed(ulong seed);

    [LibraryImport(Library)]
    public static partial int wb_generator_new(int deviceType, int index, out nint result);

    [LibraryImport(Library)]
    public static partial int wb_generator_default(int deviceType, int index, out nint result);

    [LibraryImport(Library)]
    public static partial void wb_generator_free(nint generator);

    [LibraryImport(Library)]
    public static partial int wb_generator_seed(nint generator, int kind, ref ulong seed);

    [LibraryImport(Library)]
    public static partial int wb_generator_state(nint generator, nint set, out nint result);
}
