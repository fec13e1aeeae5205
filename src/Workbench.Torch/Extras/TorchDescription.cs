namespace Workbench.Torch;

/// <summary>What tensors run on here: plain data, for `workbench doctor` and for run records.</summary>
/// <param name="Provider">"libtorch" (the binding over the machine's libtorch) or "TorchSharp" (the NuGet packages).</param>
/// <param name="Available">True when tensors work.</param>
/// <param name="Problem">Why they do not, and what to do; null when they work.</param>
/// <param name="Version">libtorch's version, as its headers said at build time.</param>
/// <param name="Folder">The folder of libtorch_cpu.so.</param>
/// <param name="FoundBy">"TORCH_DIR", "the PyTorch of python3" or "the system".</param>
/// <param name="CpuCapability">The widest vector instructions that libtorch uses: DEFAULT, AVX2, AVX512.</param>
/// <param name="Threads">Threads of one operator.</param>
/// <param name="Cores">Cores this process may use.</param>
/// <param name="Blas">The library behind matrix products, as far as it can be told.</param>
/// <param name="CudaBuilt">True when this libtorch was built with CUDA.</param>
/// <param name="CudaDevices">CUDA devices that answer.</param>
/// <param name="LiveTensors">Native tensors that managed code holds now.</param>
public sealed record TorchDescription(
    string Provider,
    bool Available,
    string? Problem,
    string Version,
    string Folder,
    string FoundBy,
    string CpuCapability,
    int Threads,
    int Cores,
    string Blas,
    bool CudaBuilt,
    int CudaDevices,
    long LiveTensors);
