using Xunit;
using Xunit.Abstractions;

namespace Workbench.GpuTests;

/// <summary>Counts what becomes of the tests.</summary>
internal sealed class ResultSink(TextWriter log) : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private const int MessageLength = 600;
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _finished = new();
    private readonly List<TestFailure> _failures = [];

    public int Passed { get; private set; }

    public int Skipped { get; private set; }

    public IReadOnlyList<TestFailure> Failures => _failures;

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_gate)
            switch (message)
            {
                case ITestPassed:
                    Passed++;
                    break;
                case ITestSkipped:
                    Skipped++;
                    break;
                case ITestFailed failed:
                    Fail(failed.Test.DisplayName, failed);
                    break;
                case ITestAssemblyCleanupFailure or ITestCollectionCleanupFailure or ITestClassCleanupFailure or IErrorMessage:
                    Fail(message.GetType().Name, (IFailureInformation)message);
                    break;
                case ITestAssemblyFinished:
                    _finished.Set();
                    break;
            }

        return true;
    }

    public void Wait() => _finished.Wait();

    public void Dispose() => _finished.Dispose();

    private void Fail(string test, IFailureInformation failure)
    {
        string text = string.Join(" <- ", failure.Messages);
        _failures.Add(new TestFailure(test, text.Length > MessageLength ? text[..MessageLength] : text));
        log.WriteLine($"FAILED {test}: {text}");
    }
}
