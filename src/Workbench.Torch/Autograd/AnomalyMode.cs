using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Switches the search for the step that made a NaN on or off; disposing restores what was.</summary>
public class AnomalyMode : IDisposable
{
    private readonly int before;
    private readonly int checkBefore;
    private bool disposed;

    public AnomalyMode(bool enabled, bool check_nan = true) =>
        Failure.Check(Native.wb_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0, out before, out checkBefore), "AnomalyMode");

    public static bool IsEnabled => Ask().Enabled;

    public static bool ShouldCheckNaN => Ask().CheckNan;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposed) return;
        disposed = true;
        Failure.Check(Native.wb_anomaly_mode(before, checkBefore, out _, out _), "AnomalyMode");
    }

    private static (bool Enabled, bool CheckNan) Ask()
    {
        Failure.Check(Native.wb_anomaly_mode(-1, 0, out int enabled, out int check), "AnomalyMode");
        return (enabled != 0, check != 0);
    }
}
