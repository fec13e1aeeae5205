using System.Diagnostics;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Workbench.GpuTests;

/// <summary>Runs the tests of an assembly that carry the trait device = any, in this process, by xunit's own framework.</summary>
internal static class AnyDeviceTests
{
    private const string Trait = "device", Value = "any";

    /// <summary>Runs them one after the other; <paramref name="log"/> gets a line for each failure.</summary>
    public static TestCount Run(Assembly assembly, TextWriter log)
    {
        long begun = Stopwatch.GetTimestamp();
        using var framework = new XunitTestFramework(new NullMessageSink());
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var discovered = new DiscoverySink();
        discoverer.Find(includeSourceInformation: false, discovered, new FrameworkOptions());
        discovered.Wait();
        List<ITestCase> chosen = [.. discovered.Cases.Where(c => c.Traits.TryGetValue(Trait, out List<string>? values) && values.Contains(Value))];
        using ITestFrameworkExecutor executor = framework.GetExecutor(assembly.GetName());
        using var results = new ResultSink(log);
        var options = new FrameworkOptions();
        options.SetValue("xunit.execution.DisableParallelization", true);
        executor.RunTests(chosen, results, options);
        results.Wait();
        return new TestCount(assembly.GetName().Name!, results.Passed, results.Failures.Count, results.Skipped, Math.Round(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1), results.Failures);
    }
}
