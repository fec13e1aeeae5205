using System.Diagnostics;

namespace Workbench.Cli.Tests;

/// <summary>The launcher's set-up on machines that are not this one, made of stand-ins for the programs it asks.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench test ").FullName; // With a blank.
    private readonly string _root = WorkbenchPaths.Locate().Root;

    public LauncherTests() => File.Copy(Path.Combine(_root, "workbench"), Path.Combine(_folder, "workbench"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed record Ending(int Code, string Output, string Error);

    /// <summary>Puts a stand-in of that name on the PATH, before the real one.</summary>
    private void StandIn(string name, string script)
    {
        string path = Path.Combine(_folder, "stand-ins", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Ending Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(_folder, "workbench"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["PATH"] = $"{Path.Combine(_folder, "stand-ins")}:{Environment.GetEnvironmentVariable("PATH")}", ["HOME"] = _folder },
        };
        start.Environment.Remove("TORCH_DIR");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Ending(process.ExitCode, output.Result, error.Result);
    }

    [Fact]
    public void Without_rights_the_one_line_to_run_is_printed_and_nothing_is_done()
    {
        StandIn("dpkg-query", "echo libtorch-dev installed; echo fonts-dejavu-core installed; echo libcairo2 config-files");
        StandIn("id", "echo 1000");
        StandIn("apt-get", "echo apt-get was called >&2; exit 9");
        Ending ending = Run("setup");
        Assert.Equal(1, ending.Code);
        string line = Assert.Single(ending.Error.Split('\n'), l => l.StartsWith("sudo ", StringComparison.Ordinal));
        Assert.StartsWith("sudo apt-get update && sudo apt-get install -y --no-install-recommends ", line, StringComparison.Ordinal);
        Assert.Contains(" libcairo2", line, StringComparison.Ordinal); // Removed, its configuration left: not installed.
        Assert.DoesNotContain("libtorch-dev", line, StringComparison.Ordinal);
        Assert.DoesNotContain("apt-get was called", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_rights_what_is_missing_is_installed_without_questions_and_a_failure_shows_its_last_lines()
    {
        StandIn("dpkg-query", "true");
        StandIn("id", "echo 0");
        StandIn("apt-get", "echo \"$DEBIAN_FRONTEND: apt-get $*\"; exit 100");
        Ending ending = Run("setup");
        Assert.Equal(1, ending.Code);
        Assert.Contains("noninteractive: apt-get install -y --no-install-recommends", ending.Error, StringComparison.Ordinal);
        Assert.Contains("libopenblas0-pthread", ending.Error, StringComparison.Ordinal);
        Assert.EndsWith("apt-get failed (above: its last lines)\n", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_prints_what_would_be_done_and_leaves_nothing_behind()
    {
        StandIn("dpkg-query", "true");
        StandIn("apt-get", "exit 9");
        Ending ending = Run("setup", "--dry-run");
        Assert.Equal(0, ending.Code);
        Assert.Contains("apt-get update && apt-get install -y --no-install-recommends libtorch-dev", ending.Output, StringComparison.Ordinal);
        Assert.Contains(".NET SDK: ", ending.Output, StringComparison.Ordinal);
        Assert.Contains("build: would restore", ending.Output, StringComparison.Ordinal);
        Assert.False(Path.Exists(Path.Combine(_folder, ".workbench")));
    }

    [Fact]
    public void An_SDK_that_is_too_old_is_named_with_what_there_is()
    {
        StandIn("dpkg-query", "true");
        StandIn("dotnet", "case $1 in --list-sdks) echo '8.0.100 [/x]';; *) exit 145;; esac");
        Ending ending = Run("setup", "--dry-run");
        Assert.Equal(1, ending.Code);
        Assert.Contains("the .NET SDK 10 is needed; ", ending.Error, StringComparison.Ordinal);
        Assert.Contains(" has 8.0.100. See ", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_has_a_reason_and_doctor_names_none_that_set_up_does_not_know()
    {
        Ending ending = Run("setup", "--packages");
        string[][] rows = [.. ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))];
        Assert.All(rows, row => Assert.True(row is [{ Length: > 0 }, _, { Length: > 10 }], string.Join('|', row)));
        string[] required = ["libtorch-dev", "libopenblas0-pthread", "cmake", "g++", "ffmpeg", "libcairo2", "fonts-dejavu-core", "flite"];
        Assert.Empty(required.Except(rows.Select(row => row[0])));
    }

    [Fact]
    public void Figures_get_their_packages_and_plotly_js_once_and_a_failure_shows_its_last_lines()
    {
        StandIn("dpkg-query", "echo chromium installed; echo fonts-liberation installed; echo npm installed");
        StandIn("npm", "echo registry unreachable; exit 1");
        Ending ending = Run("setup", "--figures");
        Assert.Equal(1, ending.Code);
        Assert.Contains("registry unreachable", ending.Error, StringComparison.Ordinal);
        StandIn("npm", "folder=$3/node_modules/plotly.js-dist-min; mkdir -p \"$folder\"; echo \"$*\" > \"$folder/plotly.min.js\"");
        ending = Run("setup", "--figures");
        Assert.Equal(0, ending.Code);
        string script = File.ReadAllText(Path.Combine(_folder, ".workbench", "npm", "node_modules", "plotly.js-dist-min", "plotly.min.js"));
        Assert.EndsWith("plotly.js-dist-min@3\n", script, StringComparison.Ordinal);
        StandIn("npm", "exit 9");
        Assert.Equal(0, Run("setup", "--figures").Code);
    }

    [Fact]
    public void An_unknown_option_of_set_up_is_wrong_usage() => Assert.Equal(2, Run("setup", "--fast").Code);
}
