using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Runtime;

public class TorchRuntimeTests
{
    [Fact]
    public void The_description_says_what_runs_and_goes_through_json()
    {
        TorchDescription description = TorchRuntime.Describe();
        Assert.True(description.Available);
        Assert.Null(description.Problem);
        Assert.True(File.Exists(Path.Combine(description.Folder, "libtorch_cpu.so")), description.Folder);
        Assert.Matches(@"^\d+\.\d+", description.Version);
        Assert.StartsWith(description.Version, __version__);
        Assert.NotEqual("unknown", description.CpuCapability);
        Assert.Equal(get_num_threads(), description.Threads);
        Assert.Equal(description, JsonSerializer.Deserialize<TorchDescription>(JsonSerializer.Serialize(description)));
    }

    [Fact]
    public void All_cores_are_used_unless_told_otherwise()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OMP_NUM_THREADS")))
            Assert.Equal(Environment.ProcessorCount, get_num_threads());
        int before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
    }

    [Fact]
    public void Live_tensors_count_handles()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = TorchRuntime.LiveTensors;
        Tensor x = zeros(3);
        Assert.Equal(before + 1, TorchRuntime.LiveTensors);
        x.Dispose();
        Assert.Equal(before, TorchRuntime.LiveTensors);
    }

    [Fact]
    public void A_device_that_is_not_there_is_an_argument_error()
    {
        if (cuda.is_available()) return;
        Assert.Equal(0, cuda.device_count());
        Assert.Contains("no CUDA device answers", Assert.Throws<ArgumentException>(() => zeros(2, device: CUDA)).Message);
        Assert.Throws<ArgumentException>(() => zeros(2).to("cuda:1"));
        Assert.Throws<ArgumentException>(() => device("gpu"));
        Assert.Throws<ArgumentException>(() => device("cuda:one"));
    }

    [Fact]
    public void The_default_type_is_for_floats_and_comes_back()
    {
        set_default_dtype(float64);
        try
        {
            Assert.Equal(float64, zeros(1).dtype);
        }
        finally
        {
            set_default_dtype(float32);
        }

        Assert.Equal(float32, zeros(1).dtype);
        Assert.Throws<ArgumentException>(() => set_default_dtype(int64));
    }

    [Fact]
    public void Switches_are_restored_when_disposed()
    {
        Assert.False(are_deterministic_algorithms_enabled());
        using (use_deterministic_algorithms()) Assert.True(are_deterministic_algorithms_enabled());
        Assert.False(are_deterministic_algorithms_enabled());
    }

    [Fact]
    public void A_generator_repeats_itself_and_leaves_the_global_one_alone()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Tensor state = get_rng_state();
        using var generator = new Generator(7);
        float[] first = rand(4, generator: generator).data<float>().ToArray();
        generator.manual_seed(7);
        Assert.Equal(first, rand(4, generator: generator).data<float>().ToArray());
        Assert.True(state.Equals(get_rng_state()));
        Assert.Equal(7, generator.initial_seed());
        float next = rand(1).item<float>();
        set_rng_state(state);
        Assert.Equal(next, rand(1).item<float>());
    }
}
