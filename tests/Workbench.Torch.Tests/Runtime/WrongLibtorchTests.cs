using System.Diagnostics;

namespace Workbench.Torch.Tests.Runtime;

/// <summary>Each in a process of its own: this one has its libtorch already.</summary>
public sealed class WrongLibtorchTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workbench-torch-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_empty_torch_dir_says_what_to_point_it_at()
    {
        (int code, string said) = Start(Here, folder.FullName);
        Assert.Equal(3, code);
        Assert.Contains($"TORCH_DIR is {folder.FullName}, but there is no lib/libtorch_cpu.so in it", said);
        Assert.Contains("dotnet build", said);
    }

    [Fact]
    public void A_libtorch_of_another_version_is_refused_before_it_is_loaded()
    {
        string headers = Path.Combine(folder.FullName, "include", "torch", "csrc", "api", "include", "torch");
        Directory.CreateDirectory(headers);
        File.WriteAllText(Path.Combine(headers, "version.h"), "#define TORCH_VERSION \\\n  \"9.8.7\"\n");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "lib"));
        File.WriteAllText(Path.Combine(folder.FullName, "lib", "libtorch_cpu.so"), "not a library");
        (int code, string said) = Start(Here, folder.FullName);
        Assert.Equal(3, code);
        Assert.Contains("TORCH_DIR holds libtorch 9.8.7", said);
        Assert.Contains("Run `dotnet build` with the same TORCH_DIR", said);
    }

    [Fact]
    public void A_program_without_its_shim_says_how_to_build_it()
    {
        (int code, string said) = Start(Copy(), null, remove: true);
        Assert.Equal(3, code);
        Assert.Contains("was built on a machine without libtorch", said);
        Assert.Contains("apt-get install libtorch-dev cmake g++", said);
    }

    [Fact]
    public void A_shim_that_does_not_load_says_to_build_again()
    {
        string copy = Copy();
        File.WriteAllText(Path.Combine(copy, "libworkbench_torch.so"), "not a library at all");
        (int code, string said) = Start(copy, null);
        Assert.Equal(3, code);
        Assert.Contains("does not load with what is there now", said);
        Assert.Contains("dotnet build", said);
    }

    [Fact]
    public void A_shim_of_another_build_is_refused()
    {
        string copy = Copy();
        string other = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so");
        File.Copy(other, Path.Combine(copy, "libworkbench_torch.so"), overwrite: true);
        (int code, string said) = Start(copy, null);
        Assert.Equal(3, code);
        Assert.Contains("come from different builds", said);
    }

    [Fact]
    public void A_libtorch_that_was_removed_is_named()
    {
        string copy = Copy();
        File.WriteAllText(Path.Combine(copy, "libworkbench_torch.info"), "found_by=the system\nlib=/nowhere\nversion=1.2.3\n");
        (int code, string said) = Start(copy, null);
        Assert.Equal(3, code);
        Assert.Contains("libtorch 1.2.3 that this program was built for is gone from /nowhere", said);
    }

    [Fact]
    public void The_right_one_works_in_a_process_of_its_own()
    {
        (int code, string said) = Start(Here, null);
        Assert.Equal(0, code);
        Assert.StartsWith("fine 2", said);
    }

    private static string Here => AppContext.BaseDirectory;

    private string Copy()
    {
        foreach (string file in Directory.EnumerateFiles(Here))
            if (Path.GetFileName(file) is { } name && (name.StartsWith("Workbench.Torch", StringComparison.Ordinal) || name.StartsWith("lib", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(folder.FullName, name));
        return folder.FullName;
    }

    private static (int Code, string Said) Start(string program, string? torchDir, bool remove = false)
    {
        if (remove) File.Delete(Path.Combine(program, "libworkbench_torch.so"));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(program, "Workbench.Torch.Tests.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("TORCH_DIR");
        if (torchDir is not null) start.Environment["TORCH_DIR"] = torchDir;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd() + errors.Result;
        Assert.True(process.WaitForExit(300_000), "the child process hangs");
        return (process.ExitCode, said);
    }
}
