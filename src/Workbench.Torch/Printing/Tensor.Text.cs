using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor as text.</summary>
    public partial class Tensor
    {
        /// <summary>Shape, type, device and values, in the style and the lengths that set_printoptions set.</summary>
        public override string ToString() =>
            IsInvalid ? "a disposed tensor" : TensorText.Write(this, TorchSharp.TensorStringStyle.Default, printing);

        /// <param name="disamb">False: shape, type and device alone.</param>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TorchSharp.TensorStringStyle.Default : TorchSharp.TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            TensorText.Write(this, style, printing.With(fltFormat, width, newLine, cultureInfo));

        /// <summary>A number, or lists of lists of numbers.</summary>
        public object tolist() => Listed(this);

        private static object Listed(Tensor tensor)
        {
            if (tensor.dim() == 0) return tensor.ToScalar();
            var list = new List<object>();
            foreach (Tensor entry in tensor.unbind())
                using (entry) list.Add(Listed(entry));
            return list;
        }
    }
}
