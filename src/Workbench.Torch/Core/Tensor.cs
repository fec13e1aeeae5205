using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor of libtorch. Belongs to the dispose scope that was open when it was made; outside a scope, to whoever
    /// holds it. The finalizer frees what is forgotten.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long live;
        private static long peak;
        private readonly TensorHandle handle;
        private readonly uint version;

        internal Tensor(nint owned)
        {
            handle = TensorHandle.Of(owned, out version);
            long now = Interlocked.Increment(ref live);
            if (now > Volatile.Read(ref peak)) Volatile.Write(ref peak, now);
            DisposeScopeManager manager = DisposeScopeManager.ForThread;
            DisposeScope? scope = manager.Top;
            manager.Counts.TensorStatistics.CountCreated(scope is not null);
            scope?.Add(this);
        }

        /// <summary>Tensor objects that have not been disposed (those the finalizer freed are still counted).</summary>
        public static long TotalCount => Interlocked.Read(ref live);

        public static long PeakCount => Interlocked.Read(ref peak);

        public bool IsInvalid => handle.IsClosed(version);

        public IntPtr Handle => handle.Peek(version) is var tensor and not 0 ? tensor : throw Disposed();

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Frees the tensor; a second call does nothing.</summary>
#pragma warning disable CA1816 // Nothing to suppress: the handle has the finalizer, and the call costs time at every operator.
        public void Dispose() => Dispose(true);
#pragma warning restore CA1816

        /// <summary>Moves the tensor to the scope around the one it is in; detaches it when there is none.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Moves the tensor to the scope that <paramref name="other"/> is in.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(other.OwningDisposeScope);
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } own) own.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: whoever holds it disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>TorchSharp's old spelling of <see cref="DetachFromDisposeScope"/>.</summary>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>A tensor over a handle that is handed over to it; 0 where libtorch returned no tensor.</summary>
        internal static Tensor Own(nint owned, Operator? from = null) => owned != 0
            ? new Tensor(owned)
            : throw new Workbench.Torch.TorchException($"{from?.Name ?? "libtorch"} returned no tensor");

        /// <summary>A tensor over a handle that is handed over to it; null for 0.</summary>
        internal static Tensor? OwnOrNull(nint owned) => owned == 0 ? null : new Tensor(owned);

        /// <summary>A second reference to the same libtorch tensor, handed to the caller.</summary>
        internal nint Alias()
        {
            int status = Native.wb_tensor_alias(Hold(), out nint alias);
            Release();
            Failure.Check(status, "alias");
            return alias;
        }

        /// <summary>The native tensor, kept alive until <see cref="Release"/> even if it is disposed meanwhile.</summary>
        internal nint Hold() => handle.Hold(version) is var tensor and not 0 ? tensor : throw Disposed();

        internal void Release() => handle.Release();

        protected virtual void Dispose(bool disposing)
        {
            if (!disposing || !handle.Close(version)) return;
            Interlocked.Decrement(ref live);
            DisposeScope? scope = OwningDisposeScope;
            DisposeScopeManager.ForThread.Counts.TensorStatistics.CountDisposed(scope is not null);
            scope?.Remove(this);
            OwningDisposeScope = null;
        }

        private static ObjectDisposedException Disposed() => new(
            "Tensor",
            "this tensor has been disposed: its dispose scope ended, or Dispose was called. Keep it with " +
            "MoveToOuterDisposeScope() before the scope ends, or DetachFromDisposeScope() to keep it for good.");
    }
}
