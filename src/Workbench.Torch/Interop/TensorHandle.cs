namespace Workbench.Torch.Interop;

/// <summary>
/// Owns one reference to a libtorch tensor; its finalizer frees what a user forgets. Does what a SafeHandle does (counts the calls that use
/// the tensor, frees it after the last), and can be used again: a handle that is closed goes to a small pool of its thread, still registered
/// for finalization, since registering a new one costs as much as a small operator. Whoever holds a handle knows it by its version, so that
/// one that has become another tensor's is never mistaken.
/// </summary>
internal sealed class TensorHandle
{
    private const int MostPooled = 256;
    private const long Closed = 1L << 31;
    private const long Count = Closed - 1;
    private const int VersionShift = 32;

    [ThreadStatic]
    private static TensorHandle? t_pool;

    [ThreadStatic]
    private static int t_pooled;

    private TensorHandle? _next;
    private nint _tensor;

    /// <summary>The version in the upper half; below it whether the owner has closed it, and how many hold it, the owner included.</summary>
    private long _state;

    private TensorHandle()
    {
    }

    ~TensorHandle()
    {
        nint tensor = _tensor;
        (_tensor, _state) = (0, ((long)((uint)(_state >>> VersionShift) + 1) << VersionShift) | Closed); // Should another finalizer still ask.
        if (tensor != 0)
            Native.wb_tensor_free(tensor);
    }

    /// <summary>A handle over a tensor that is handed over to it.</summary>
    /// <param name="tensor">Not 0.</param>
    /// <param name="version">By which the owner names it from now on.</param>
    public static TensorHandle Of(nint tensor, out uint version)
    {
        TensorHandle handle;
        if (t_pool is { } pooled)
        {
            (handle, t_pool, pooled._next) = (pooled, pooled._next, null);
            t_pooled--;
        }
        else
        {
            handle = new TensorHandle();
        }

        version = (uint)(handle._state >>> VersionShift);
        handle._tensor = tensor;
        Volatile.Write(ref handle._state, ((long)version << VersionShift) | 1);
        return handle;
    }

    public bool IsClosed(uint version) => Volatile.Read(ref _state) is var state && ((uint)(state >>> VersionShift) != version || (state & Closed) != 0);

    /// <summary>Keeps the tensor until <see cref="Release"/>, also when the owner closes it meanwhile; 0 where it is closed already.</summary>
    public nint Hold(uint version)
    {
        for (long state = Volatile.Read(ref _state); ;)
        {
            if ((uint)(state >>> VersionShift) != version || (state & Closed) != 0)
                return 0;
            long seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
                return _tensor;
            state = seen;
        }
    }

    public void Release()
    {
        if ((Interlocked.Decrement(ref _state) & Count) == 0)
            Free();
    }

    /// <summary>The tensor while it is open; 0 where it is closed. For its owner, who must keep itself alive meanwhile.</summary>
    public nint Peek(uint version) => IsClosed(version) ? 0 : _tensor;

    /// <summary>Ends the owner's hold; false where it has ended already.</summary>
    public bool Close(uint version)
    {
        for (long state = Volatile.Read(ref _state); ;)
        {
            if ((uint)(state >>> VersionShift) != version || (state & Closed) != 0)
                return false;
            long next = (state | Closed) - 1, seen = Interlocked.CompareExchange(ref _state, next, state);
            if (seen != state)
            {
                state = seen;
                continue;
            }

            if ((next & Count) == 0)
                Free();
            return true;
        }
    }

    /// <summary>Nobody holds it: frees the tensor and makes the handle ready for another.</summary>
    private void Free()
    {
        Native.wb_tensor_free(_tensor);
        _tensor = 0;
        uint version = (uint)(_state >>> VersionShift) + 1;
        Volatile.Write(ref _state, ((long)version << VersionShift) | Closed);
        if (t_pooled < MostPooled)
        {
            (_next, t_pool) = (t_pool, this);
            t_pooled++;
        }
        else
        {
            GC.SuppressFinalize(this);
        }
    }
}
