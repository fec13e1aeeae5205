using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Pads the last dimension with a constant, by the same on each side.</summary>
        public static ConstantPad1d ConstantPad1d(long padding, double value) =>
            new(Arguments.Repeat(padding, 2), value);

        /// <summary>Pads the last dimension with a constant: pairs (before, after), last dimension first.</summary>
        public static ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
            new([padding.Item1, padding.Item2], value);

        /// <summary>Pads the last two dimensions with a constant, by the same on each side.</summary>
        public static ConstantPad2d ConstantPad2d(long padding, double value) =>
            new(Arguments.Repeat(padding, 4), value);

        /// <summary>Pads the last two dimensions with a constant: pairs (before, after), last dimension first.</summary>
        public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4], value);

        /// <summary>Pads the last three dimensions with a constant, by the same on each side.</summary>
        public static ConstantPad3d ConstantPad3d(long padding, double value) =>
            new(Arguments.Repeat(padding, 6), value);

        /// <summary>Pads the last three dimensions with a constant: pairs (before, after), last dimension first.</summary>
        public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6], value);

        /// <summary>Pads the last dimension with the input mirrored at its border, by the same on each side.</summary>
        public static ReflectionPad1d ReflectionPad1d(long padding) => new(Arguments.Repeat(padding, 2));

        /// <summary>Pads the last dimension with the input mirrored at its border: pairs (before, after), last dimension first.</summary>
        public static ReflectionPad1d ReflectionPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);

        /// <summary>Pads the last two dimensions with the input mirrored at its border, by the same on each side.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new(Arguments.Repeat(padding, 4));

        /// <summary>Pads the last two dimensions with the input mirrored at its border: pairs (before, after), last dimension first.</summary>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Pads the last three dimensions with the input mirrored at its border, by the same on each side.</summary>
        public static ReflectionPad3d ReflectionPad3d(long padding) => new(Arguments.Repeat(padding, 6));

        /// <summary>Pads the last three dimensions with the input mirrored at its border: pairs (before, after), last dimension first.</summary>
        public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6]);

        /// <summary>Pads the last dimension with the border's value, by the same on each side.</summary>
        public static ReplicationPad1d ReplicationPad1d(long padding) => new(Arguments.Repeat(padding, 2));

        /// <summary>Pads the last dimension with the border's value: pairs (before, after), last dimension first.</summary>
        public static ReplicationPad1d ReplicationPad1d((long, long) padding) => new([padding.Item1, padding.Item2]);

        /// <summary>Pads the last two dimensions with the border's value, by the same on each side.</summary>
        public static ReplicationPad2d ReplicationPad2d(long padding) => new(Arguments.Repeat(padding, 4));

        /// <summary>Pads the last two dimensions with the border's value: pairs (before, after), last dimension first.</summary>
        public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

        /// <summary>Pads the last three dimensions with the border's value, by the same on each side.</summary>
        public static ReplicationPad3d ReplicationPad3d(long padding) => new(Arguments.Repeat(padding, 6));

        /// <summary>Pads the last three dimensions with the border's value: pairs (before, after), last dimension first.</summary>
        public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6]);

        /// <summary>Pads the last two dimensions with zero, by the same on each side.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new(Arguments.Repeat(padding, 4));

        /// <summary>Pads the last two dimensions with zero: pairs (before, after), last dimension first.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
            new([padding.Item1, padding.Item2, padding.Item3, padding.Item4]);
    }
}
