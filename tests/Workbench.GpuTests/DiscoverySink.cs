using Xunit;
using Xunit.Abstractions;

namespace Workbench.GpuTests;

/// <summary>Collects the tests that xunit finds.</summary>
internal sealed class DiscoverySink : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _finished = new();

    public List<ITestCase> Cases { get; } = [];

    public bool OnMessage(IMessageSinkMessage message)
    {
        if (message is ITestCaseDiscoveryMessage found)
            Cases.Add(found.TestCase);
        else if (message is IDiscoveryCompleteMessage)
            _finished.Set();
        return true;
    }

    public void Wait() => _finished.Wait();

    public void Dispose() => _finished.Dispose();
}
