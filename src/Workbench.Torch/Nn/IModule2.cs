namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Anything that can be called with two inputs.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Applies the module.</summary>
            TResult call(T1 input1, T2 input2);
        }
    }
}
