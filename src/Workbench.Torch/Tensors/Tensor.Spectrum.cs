using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Short-time Fourier transform.</summary>
    public partial class Tensor
    {
        private static readonly Operator StftOp = new("aten::stft", "center");

        /// <returns>[…, frequencies, frames], complex unless return_complex is false.</returns>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            StftOp.Call(this, n_fft, Given(hop_length), Given(win_length), window, center, pad_mode.ToString().ToLowerInvariant(), normalized, onesided, return_complex);
    }
}
