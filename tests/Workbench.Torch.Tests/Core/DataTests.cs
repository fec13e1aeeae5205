using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Core;

public sealed class DataTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Every_element_type_goes_in_and_comes_out()
    {
        Assert.Equal([1.5f], tensor(new[] { 1.5f }).data<float>().ToArray());
        Assert.Equal([1.5], tensor(new[] { 1.5 }).data<double>().ToArray());
        Assert.Equal([-7L], tensor(new[] { -7L }).data<long>().ToArray());
        Assert.Equal([-7], tensor(new[] { -7 }).data<int>().ToArray());
        Assert.Equal([(short)-7], tensor(new short[] { -7 }).data<short>().ToArray());
        Assert.Equal([(sbyte)-7], tensor(new sbyte[] { -7 }).data<sbyte>().ToArray());
        Assert.Equal([(byte)200], tensor(new byte[] { 200 }).data<byte>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([(Half)0.5], tensor(new[] { (Half)0.5 }).data<Half>().ToArray());
        Assert.Equal([new BFloat16(3)], tensor(new[] { new BFloat16(3) }).data<BFloat16>().ToArray());
        Assert.Equal([new Complex(1, 2)], tensor(new[] { new Complex(1, 2) }).data<Complex>().ToArray());
        Assert.Equal([(1f, 2f)], tensor(new[] { (1f, 2f) }).data<(float, float)>().ToArray());
    }

    [Fact]
    public void A_view_is_read_in_the_order_of_its_shape()
    {
        Tensor x = arange(6, dtype: int64).reshape(2, 3).t();
        Assert.False(x.is_contiguous());
        Assert.Equal([0L, 3L, 1L, 4L, 2L, 5L], x.data<long>().ToArray());
        Assert.Equal(4L, x.data<long>()[1, 1]);
        x.data<long>()[2, 0] = 9;
        Assert.Equal(9L, x[2, 0].item<long>());
        Assert.Equal([0L, 3L, 1L, 4L, 9L, 5L], x.data<long>());
        Assert.Throws<InvalidOperationException>(() => x.bytes.Length);
    }

    [Fact]
    public void The_wrong_type_is_refused_with_the_right_one()
    {
        var e = Assert.Throws<ArgumentException>(() => zeros(2).data<double>());
        Assert.Contains("holds Float32", e.Message);
        Assert.Contains("ask for float", e.Message);
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(1).item<int>());
    }

    [Fact]
    public void Values_that_do_not_fill_the_shape_are_refused() =>
        Assert.Contains("3 values do not fill the shape [2, 2]", Assert.Throws<ArgumentException>(() => tensor(new float[3], [2, 2])).Message);

    [Fact]
    public void Arrays_of_any_rank_keep_their_shape()
    {
        int[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Tensor x = from_array(matrix);
        Assert.Equal([2L, 3L], x.shape);
        Assert.Equal(matrix, x.data<int>().ToNDArray());
        Assert.Equal(float64, from_array(matrix, float64).dtype);
        Assert.Throws<ArgumentException>(() => from_array(new int[][] { [1], [2] }));
        Assert.Throws<ArgumentException>(() => from_array(new[] { "text" }));
    }

    [Fact]
    public void A_buffer_is_shared_and_bounds_are_checked()
    {
        float[] values = [1, 2, 3, 4];
        Tensor x = frombuffer(values, float32, count: 2, offset: 4);
        values[1] = 20;
        Assert.Equal([20f, 3f], x.data<float>().ToArray());
        x.add_(1);
        Assert.Equal([1f, 21f, 4f, 4f], values);
        Assert.Throws<ArgumentOutOfRangeException>(() => frombuffer(values, float32, count: 4, offset: 4));
    }

    [Fact]
    public void Lists_and_types_on_request()
    {
        Assert.Equal(float32, tensor(new List<double> { 1, 2 }, float32).dtype);
        Assert.Equal([2L, 2L], tensor(new List<int> { 1, 2, 3, 4 }, 2, 2).shape);
        Assert.Equal(float32, tensor(1.5f).dtype);
        Assert.Equal(float64, tensor(1.5).dtype);
        Assert.Equal(int64, tensor(1L).dtype);
        Tensor implied = new[] { 1f, 2f };
        Assert.Equal([2L], implied.shape);
        Assert.Equal(3.0, (double)tensor(3));
    }

    [Fact]
    public void Bytes_read_and_write_the_memory_itself()
    {
        Tensor x = zeros(2, dtype: int32);
        x.bytes[0] = 5;
        Assert.Equal([5, 0], x.data<int>().ToArray());
        x.bytes = new byte[] { 0, 1, 0, 0, 1, 0, 0, 0 };
        Assert.Equal([256, 1], x.data<int>().ToArray());
        Assert.Throws<ArgumentException>(() => x.bytes = new byte[3]);
        using var stream = new MemoryStream();
        x.WriteBytesToStream(stream);
        stream.Position = 0;
        Tensor y = zeros_like(x);
        y.ReadBytesFromStream(stream);
        Assert.True(x.Equals(y));
        Assert.Throws<EndOfStreamException>(() => y.ReadBytesFromStream(stream));
    }

    [Fact]
    public void Copies_go_as_far_as_both_sides_reach()
    {
        Tensor x = arange(5, dtype: int64);
        long[] to = new long[4];
        x.data<long>().CopyTo(to, 1, 2);
        Assert.Equal([0L, 2L, 3L, 4L], to);
        x.data<long>().CopyFrom([9L, 8L], tensorIndex: 3);
        Assert.Equal([0L, 1L, 2L, 9L, 8L], x.data<long>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => x.data<long>()[5]);
    }

    [Fact]
    public void Empty_tensors_and_scalars_have_data_too()
    {
        Assert.Empty(zeros(0, 3).data<float>().ToArray());
        Assert.Equal([7f], full([], 7f).data<float>().ToArray());
        Assert.Equal([0L], tensor(Array.Empty<float>()).shape);
    }

    [Fact]
    public void The_limits_of_the_floating_types_are_those_of_PyTorch()
    {
        Assert.Equal(1.1920928955078125e-07, finfo(float32).eps);
        Assert.Equal(0.0078125, finfo(bfloat16).eps);
        Assert.Equal(65504, finfo(float16).max);
        Assert.Equal(double.MaxValue, finfo(float64).max);
        Assert.Throws<ArgumentException>(() => finfo(int64));
    }

    [Fact]
    public void BFloat16_rounds_to_nearest_even_as_libtorch_does()
    {
        float[] values = [.. Enumerable.Range(0, 2000).Select(k => (float)(Math.Sin(k) * Math.Pow(10, (k % 60) - 30)))];
        BFloat16[] theirs = tensor(values).bfloat16().data<BFloat16>().ToArray();
        Assert.Equal(theirs, values.Select(v => new BFloat16(v)));
        Assert.True(BFloat16.IsNaN(new BFloat16(float.NaN)));
    }
}
