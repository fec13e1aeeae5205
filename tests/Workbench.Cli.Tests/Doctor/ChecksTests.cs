using System.Text.Json;
using Workbench.Cli.Doctor;

namespace Workbench.Cli.Tests.Doctor;

public class ChecksTests
{
    private const string Version = "ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers\n";
    private const string Encoders = " V....D libx264              libx264 H.264 / AVC\n";

    [Fact]
    public void An_ffmpeg_with_libx264_is_good_and_named_with_its_version() =>
        Assert.Equal(new Check("ffmpeg", CheckState.Good, "5.1.9-0+deb12u1, with libx264"), MediaChecks.Ffmpeg(Version, Encoders, Version));

    [Theory]
    [InlineData(null, Encoders, Version, "no ffmpeg")]
    [InlineData(Version, Encoders, null, "no ffprobe")]
    [InlineData(Version, "", Version, "without libx264")]
    [InlineData(Version, null, Version, "without libx264")]
    public void An_ffmpeg_that_will_not_do_is_missing_and_says_how_to_get_one(string? version, string? encoders, string? probe, string words)
    {
        Check check = MediaChecks.Ffmpeg(version, encoders, probe);
        Assert.Equal(CheckState.Missing, check.State);
        Assert.Contains(words, check.Found, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y ffmpeg", check.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", "Good", "OpenBLAS")]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "Warning", "reference BLAS")]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-serial/libblas.so.3", "Warning", "one thread")]
    [InlineData("/opt/libtorch/lib/libopenblas-abc.so", "Good", "which this libtorch brings")]
    [InlineData("/opt/intel/libmkl_core.so.2", "Good", "MKL")]
    [InlineData("/usr/lib/libc.so.6", "Good", "MKL-static, linked into libtorch")]
    public void The_BLAS_is_read_from_what_is_mapped(string file, string state, string words)
    {
        Check check = BlasCheck.Of(["7f00-7f01 r-xp 00000000 08:01 1 " + file, "7f01-7f02 rw-p 00000000 00:00 0"], "MKL-static");
        Assert.Equal(state, check.State.ToString());
        Assert.Contains(words, check.Found, StringComparison.Ordinal);
        Assert.Equal(check.State == CheckState.Warning, check.Fix is not null);
    }

    [Fact]
    public void The_reference_BLAS_is_told_even_where_OpenBLAS_is_loaded_beside_it()
    {
        string[] maps = ["1 /usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0", "2 /usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"];
        Assert.Equal(CheckState.Warning, BlasCheck.Of(maps, "generic").State);
    }

    [Theory]
    [InlineData(null, null, "no g++ and no cmake", "g++ cmake")]
    [InlineData("12.2.0\n", null, "no cmake", "cmake")]
    public void A_missing_compiler_is_named_with_its_package(string? compiler, string? cmake, string words, string packages)
    {
        Check check = MachineChecks.Compiler(compiler, cmake);
        Assert.StartsWith(words, check.Found, StringComparison.Ordinal);
        Assert.EndsWith("install -y " + packages, check.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Little_disk_or_memory_is_a_warning()
    {
        Assert.Equal(CheckState.Warning, MachineChecks.Disk(4.9).State);
        Assert.Equal(CheckState.Good, MachineChecks.Disk(5).State);
        Assert.Equal(CheckState.Warning, MachineChecks.Memory(3.8).State);
    }

    [Fact]
    public void Python_and_a_browser_are_optional()
    {
        Assert.Equal(CheckState.Optional, MachineChecks.Python(null).State);
        Assert.Equal(CheckState.Optional, MachineChecks.Python("{}").State);
        Assert.Equal("torch 2.4.0, numpy 1.26", MachineChecks.Python("""{"torch": "2.4.0", "numpy": "1.26"}""").Found);
        Check figures = MediaChecks.Figures("To draw figures, install …", "no Chromium, plotly.js 3.1.0");
        Assert.Equal((CheckState.Optional, "./workbench setup --figures"), (figures.State, figures.Fix));
        Assert.Equal(new Check("figures", CheckState.Good, "chromium, plotly.js 3.1.0"), MediaChecks.Figures(null, "chromium, plotly.js 3.1.0"));
    }

    [Fact]
    public void Only_something_required_and_missing_makes_the_report_bad()
    {
        HostFacts host = HostFacts.Read();
        Check weak = new("a", CheckState.Warning, "slow", "do b"), optional = new("c", CheckState.Optional, "no"), missing = new("d", CheckState.Missing, "gone", "get d");
        Assert.True(new DoctorReport(host, [weak, optional]).Fine);
        DoctorReport bad = new(host, [weak, missing]);
        Assert.False(bad.Fine);
        using var json = JsonDocument.Parse(bad.ToJson());
        Assert.False(json.RootElement.GetProperty("fine").GetBoolean());
        Assert.Equal("missing", json.RootElement.GetProperty("checks")[1].GetProperty("state").GetString());
        Assert.Equal(Environment.ProcessorCount, json.RootElement.GetProperty("host").GetProperty("cores").GetInt32());
    }

    [Fact]
    public void What_is_needed_most_is_told_first_and_commands_are_not_broken()
    {
        using StringWriter writer = new();
        string command = "apt-get install -y " + new string('x', 200);
        new DoctorReport(HostFacts.Read(), [new("a", CheckState.Optional, "no", "get a"), new("b", CheckState.Missing, "gone", command)]).Print(Terminal.For(writer));
        string[] lines = writer.ToString().Split('\n');
        Assert.True(Array.IndexOf(lines, "needed   b: " + command) is > 0 and int b && b < Array.IndexOf(lines, "optional a: get a"), writer.ToString());
        Assert.DoesNotContain('\x1b', writer.ToString());
    }
}
