namespace TorchSharp;

/// <summary>The stack of open dispose scopes of one thread, and what has been counted there.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? current;

    private readonly ThreadDisposeScopeStatistics statistics = new();
    private DisposeScope? top;

    public static ThreadDisposeScopeStatistics Statistics => ForThread.statistics;

    internal static DisposeScopeManager ForThread => current ??= new DisposeScopeManager();

    /// <summary>The innermost open scope; scopes that other threads have disposed drop out here.</summary>
    internal DisposeScope? Top
    {
        get
        {
            DisposeScope? scope = top;
            while (scope is { IsDisposed: true }) scope = scope.Outer;
            return top = scope;
        }
    }

    internal ThreadDisposeScopeStatistics Counts => statistics;

    internal DisposeScope Open() => top = new DisposeScope(this, Top);

    /// <summary>Drops a disposed scope: at once on its own thread, at the next look otherwise.</summary>
    internal void Close(DisposeScope scope)
    {
        if (ReferenceEquals(current, this) && ReferenceEquals(top, scope)) top = scope.OpenOuter;
    }
}
