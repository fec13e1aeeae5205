// The machine and the state of libtorch as a whole: versions, threads, devices, switches, random numbers.
#include "common.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/autocast_mode.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/ScalarType.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <cstring>
#include <mutex>

#ifndef _WIN32
#include <dlfcn.h>
#endif

using namespace wb;

#if WB_TORCH >= 200
namespace warnings = c10::WarningUtils;
#else
namespace warnings = c10::Warning;
#endif

namespace {

at::ScalarType dtype_of(int32_t dtype) { return static_cast<at::ScalarType>(dtype); }

// OpenBLAS with threads of its own does not hear of libtorch's number; where it is the BLAS of this process, it is told.
void set_blas_threads(int32_t threads) {
#ifndef _WIN32
    static const auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (set) set(threads);
#else
    (void)threads;
#endif
}

c10::Device device_of(int32_t type, int32_t index) {
    return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

at::Generator default_generator(int32_t type, int32_t index) {
    return at::globalContext().defaultGenerator(device_of(type, type == 0 ? -1 : index));
}

template <typename Get, typename Set>
void flip(int32_t set, int32_t* before, Get get, Set change) {
    *before = get();
    if (set >= 0) change(set != 0);
}

}  // namespace

int32_t wb_abi(void) { return WB_ABI; }

const char* wb_built_for(void) { return TORCH_VERSION; }

int wb_describe(char* text, int32_t capacity) {
    return guarded([&] {
        std::string whole = (at::show_config() + "\n" + at::get_parallel_info()).substr(0, capacity - 1);
        std::memcpy(text, whole.c_str(), whole.size() + 1);
    });
}

const char* wb_cpu_capability(void) {
    try {
        static const std::string config = [] {
            std::string all = at::show_config();
            auto at = all.find("CPU capability usage: ");
            return at == std::string::npos ? std::string("unknown") : all.substr(at + 22, all.find('\n', at) - at - 22);
        }();
        return config.c_str();
    } catch (...) {
        return "unknown";
    }
}

int32_t wb_threads(int32_t set) {
    try {
        if (set > 0) {
            at::set_num_threads(set);
            set_blas_threads(set);
        }
        return at::get_num_threads();
    } catch (...) {
        return 1;
    }
}

int wb_interop_threads(int32_t set, int32_t* now) {
    return guarded([&] {
        if (set > 0) at::set_num_interop_threads(set);
        *now = static_cast<int32_t>(at::get_num_interop_threads());
    });
}

int32_t wb_cuda_devices(void) {
    try {
        return at::hasCUDA() ? static_cast<int32_t>(at::getNumGPUs()) : 0;
    } catch (...) {
        return 0;
    }
}

int32_t wb_cudnn(void) {
    try {
        return at::globalContext().hasCuDNN();
    } catch (...) {
        return 0;
    }
}

int wb_cuda_synchronize(int32_t index) {
    return guarded([&] {
        if (wb_cuda_devices() == 0) throw BadCall("no CUDA device answers on this machine");
        c10::impl::VirtualGuardImpl guard(c10::DeviceType::CUDA);
        auto device = index < 0 ? guard.getDevice() : device_of(1, index);
        auto stream = guard.getStream(device);
        guard.synchronizeStream(stream);
    });
}

int32_t wb_default_dtype(int32_t set) {
    try {
        if (set >= 0) c10::set_default_dtype(c10::scalarTypeToTypeMeta(dtype_of(set)));
        return static_cast<int32_t>(c10::get_default_dtype_as_scalartype());
    } catch (...) {
        return -1;
    }
}

int32_t wb_promote_types(int32_t a, int32_t b) {
    try {
        return static_cast<int32_t>(c10::promoteTypes(dtype_of(a), dtype_of(b)));
    } catch (...) {
        return -1;
    }
}

int32_t wb_can_cast(int32_t from, int32_t to) {
    try {
        return c10::canCast(dtype_of(from), dtype_of(to));
    } catch (...) {
        return 0;
    }
}

int wb_flag(const char* name, int32_t set, int32_t* before) {
    return guarded([&] {
        auto& context = at::globalContext();
        std::string flag = name;
        if (flag == "deterministic")
            flip(set, before, [&] { return context.deterministicAlgorithms(); },
                 [&](bool on) { context.setDeterministicAlgorithms(on, context.deterministicAlgorithmsWarnOnly()); });
        else if (flag == "deterministic_warn_only")
            flip(set, before, [&] { return context.deterministicAlgorithmsWarnOnly(); },
                 [&](bool on) { context.setDeterministicAlgorithms(context.deterministicAlgorithms(), on); });
        else if (flag == "cublas_tf32")
            flip(set, before, [&] { return context.allowTF32CuBLAS(); }, [&](bool on) { context.setAllowTF32CuBLAS(on); });
        else if (flag == "cudnn_tf32")
            flip(set, before, [&] { return context.allowTF32CuDNN(); }, [&](bool on) { context.setAllowTF32CuDNN(on); });
        else if (flag == "mkldnn")
            flip(set, before, [&] { return context.userEnabledMkldnn(); },
                 [&](bool on) { context.setUserEnabledMkldnn(on); });
        else if (flag == "flash_sdp")
            flip(set, before, [&] { return context.userEnabledFlashSDP(); }, [&](bool on) { context.setSDPUseFlash(on); });
        else if (flag == "math_sdp")
            flip(set, before, [&] { return context.userEnabledMathSDP(); }, [&](bool on) { context.setSDPUseMath(on); });
        else if (flag == "warn_always")
            flip(set, before, [&] { return warnings::get_warnAlways(); }, [&](bool on) { warnings::set_warnAlways(on); });
        else
            throw BadCall("no such switch: " + flag);
    });
}

int wb_autocast(int32_t device_type, int32_t enabled, int32_t dtype, int32_t* enabled_before, int32_t* dtype_before) {
    return guarded([&] {
        using namespace at::autocast;
        bool cuda = device_type == static_cast<int32_t>(c10::DeviceType::CUDA);
        if (!cuda && device_type != 0) throw BadCall("autocast is for the CPU and for CUDA");
#if WB_TORCH >= 204
        auto type = cuda ? c10::DeviceType::CUDA : c10::DeviceType::CPU;
        *enabled_before = is_autocast_enabled(type);
        *dtype_before = static_cast<int32_t>(get_autocast_dtype(type));
        if (enabled >= 0) set_autocast_enabled(type, enabled != 0);
        if (dtype >= 0) set_autocast_dtype(type, dtype_of(dtype));
#else
        *enabled_before = cuda ? is_enabled() : is_cpu_enabled();
        *dtype_before = static_cast<int32_t>(cuda ? get_autocast_gpu_dtype() : get_autocast_cpu_dtype());
        if (enabled >= 0) cuda ? set_enabled(enabled != 0) : set_cpu_enabled(enabled != 0);
        if (dtype >= 0) cuda ? set_autocast_gpu_dtype(dtype_of(dtype)) : set_autocast_cpu_dtype(dtype_of(dtype));
#endif
    });
}

int wb_autocast_nest(int32_t deeper) {
    return guarded([&] {
        if (deeper > 0)
            at::autocast::increment_nesting();
        else if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
    });
}

int wb_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}

int wb_generator_new(int32_t device_type, int32_t index, wb_generator* result) {
    return guarded([&] {
        at::Generator made = device_type == 0 ? at::detail::createCPUGenerator()
                                              : default_generator(device_type, index).clone();
        *result = reinterpret_cast<wb_generator>(made.unsafeReleaseGeneratorImpl());
    });
}

int wb_generator_default(int32_t device_type, int32_t index, wb_generator* result) {
    return guarded([&] {
        at::Generator found = default_generator(device_type, index);
        *result = reinterpret_cast<wb_generator>(found.unsafeReleaseGeneratorImpl());
    });
}

void wb_generator_free(wb_generator g) {
    if (g == nullptr) return;
    try {
        c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(reinterpret_cast<c10::GeneratorImpl*>(g)).reset();
    } catch (...) {
    }
}

int wb_generator_seed(wb_generator g, int32_t kind, uint64_t* seed) {
    return guarded([&] {
        auto owner = generator(g);
        std::lock_guard<std::mutex> lock(owner.mutex());
        if (kind == 0)
            owner.set_current_seed(*seed);
        else
            *seed = kind == 1 ? owner.current_seed() : owner.seed();
    });
}

int wb_generator_state(wb_generator g, wb_tensor set, wb_tensor* result) {
    return guarded([&] {
        auto owner = generator(g);
        std::lock_guard<std::mutex> lock(owner.mutex());
        if (set != nullptr)
            owner.set_state(need(set));
        else
            *result = give(owner.get_state());
    });
}
