namespace TorchSharp;

/// <summary>
/// Owns the tensors made on its thread while it is the innermost open scope, and disposes them when it is disposed.
/// Results leave by MoveToOuter or Detach.
/// </summary>
/// <remarks>
/// Scopes nest per thread, as in TorchSharp: a tensor made on another thread (or after an await that changed the thread)
/// belongs to that thread's scope or to none. All members may be called from any thread; a scope that another thread
/// disposes leaves its own thread's stack by itself.
/// </remarks>
public sealed class DisposeScope : IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<IDisposable> members = new(System.Collections.Generic.ReferenceEqualityComparer.Instance);
    private readonly DisposeScopeManager manager;
    private readonly DisposeScope? outer;
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        this.outer = outer;
    }

    public int DisposablesCount
    {
        get
        {
            lock (gate) return members.Count;
        }
    }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (gate) return [.. members];
        }
    }

    internal bool IsDisposed => Volatile.Read(ref disposed);

    internal DisposeScope? Outer => outer;

    /// <summary>The nearest enclosing scope that is still open; null when there is none.</summary>
    internal DisposeScope? OpenOuter
    {
        get
        {
            DisposeScope? scope = outer;
            while (scope is { IsDisposed: true }) scope = scope.outer;
            return scope;
        }
    }

    public bool Contains(IDisposable disposable)
    {
        lock (gate) return members.Contains(disposable);
    }

    /// <summary>Hands something to this scope; it leaves the scope it was in.</summary>
    public void Attach(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        DisposeScope? before = Owner(disposable);
        if (ReferenceEquals(before, this)) return;
        if (before is null) Statistics(disposable)?.CountAttached();
        before?.Remove(disposable);
        Add(disposable);
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] all = [.. disposables];
        foreach (IDisposable disposable in all) Attach(disposable);
        return all;
    }

    /// <summary>Takes something out of the scope's care: whoever holds it disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Release(disposable);
        return disposable;
    }

    public (T1, T2) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    public (T1, T2, T3) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables) Release(disposable);
    }

    /// <summary>Moves something to the enclosing scope; detaches it when there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(OpenOuter, disposable);
        return disposable;
    }

    public (T1, T2) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public (T1, T2, T3) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        DisposeScope? to = OpenOuter;
        foreach (IDisposable disposable in disposables) Move(to, disposable);
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    public (T1, T2) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1, T2, T3) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables) Move(scope, disposable);
    }

    public void DisposeEverything() => DisposeEverythingBut(Enumerable.Empty<IDisposable>());

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        HashSet<IDisposable>? kept = null;
        foreach (IDisposable keep in inKeep)
            (kept ??= new(System.Collections.Generic.ReferenceEqualityComparer.Instance)).Add(keep);
        IDisposable[] all;
        lock (gate)
        {
            all = [.. members];
            members.Clear();
            if (kept is not null)
                foreach (IDisposable member in all)
                    if (kept.Contains(member)) members.Add(member);
        }

        foreach (IDisposable member in all)
            if (kept is null || !kept.Contains(member)) member.Dispose();
    }

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1, T2) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1, T2, T3) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Forgets something that has been disposed otherwise.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Remove(disposable);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true)) return;
        DisposeEverything();
        manager.Close(this);
    }

    internal void Add(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (disposable is torch.Tensor tensor) tensor.OwningDisposeScope = this;
        lock (gate) members.Add(disposable);
    }

    internal bool Remove(IDisposable disposable)
    {
        lock (gate) return members.Remove(disposable);
    }

    private static DisposeScope? Owner(IDisposable disposable) => (disposable as torch.Tensor)?.OwningDisposeScope;

    private static LifetimeStatistics? Statistics(IDisposable disposable) =>
        disposable is torch.Tensor ? DisposeScopeManager.Statistics.TensorStatistics : null;

    private void Release(IDisposable disposable)
    {
        if (!Remove(disposable)) return;
        if (disposable is torch.Tensor tensor) tensor.OwningDisposeScope = null;
        Statistics(disposable)?.CountDetached();
    }

    private void Move(DisposeScope? to, IDisposable disposable)
    {
        if (to is null)
        {
            Release(disposable);
            return;
        }

        if (ReferenceEquals(to, this)) return;
        if (Remove(disposable)) to.Add(disposable);
    }
}
