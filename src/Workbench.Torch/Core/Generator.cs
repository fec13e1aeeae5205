using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private readonly GeneratorHandle handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            Failure.Check(Native.wb_generator_new((int)this.device.type, this.device.index, out nint made), "Generator");
            handle = new GeneratorHandle(made);
            manual_seed((long)seed);
        }

        private Generator(nint owned, Device device)
        {
            handle = new GeneratorHandle(owned);
            this.device = device;
        }

        /// <summary>The CPU's own generator, the one that torch.manual_seed seeds.</summary>
        public static Generator Default
        {
            get
            {
                Failure.Check(Native.wb_generator_default(0, -1, out nint found), "Generator.Default");
                return new Generator(found, CPU);
            }
        }

        public Device device { get; }

        public IntPtr Handle => handle.DangerousGetHandle();

        public Generator manual_seed(long seed)
        {
            ulong value = (ulong)seed;
            Seed(0, ref value);
            return this;
        }

        /// <summary>Draws a seed from the system, sets it and returns it.</summary>
        public long seed()
        {
            ulong value = 0;
            Seed(2, ref value);
            return (long)value;
        }

        public long initial_seed()
        {
            ulong value = 0;
            Seed(1, ref value);
            return (long)value;
        }

        public Tensor get_state()
        {
            Failure.Check(Native.wb_generator_state(Hold(), 0, out nint state), "get_state");
            Release();
            return Tensor.Own(state);
        }

        /// <param name="value">A state from <see cref="get_state"/>.</param>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            nint own = Hold();
            try
            {
                int status = Native.wb_generator_state(own, value.Hold(), out _);
                value.Release();
                Failure.Check(status, "set_state");
            }
            finally
            {
                Release();
            }
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        internal nint Hold()
        {
            bool held = false;
            handle.DangerousAddRef(ref held);
            return handle.DangerousGetHandle();
        }

        internal void Release() => handle.DangerousRelease();

        protected virtual void Dispose(bool disposing) => handle.Dispose();

        private void Seed(int kind, ref ulong value)
        {
            nint own = Hold();
            try
            {
                Failure.Check(Native.wb_generator_seed(own, kind, ref value), "Generator");
            }
            finally
            {
                Release();
            }
        }
    }
}
