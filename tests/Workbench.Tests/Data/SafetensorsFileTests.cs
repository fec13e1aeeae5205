using System.Text;
using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class SafetensorsFileTests : IDisposable
{
    private const string OneArray = """{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_written_from_the_formats_description_is_read_in_every_type()
    {
        using var file = SafetensorsFile.Open(Fixtures.Find("safetensors/all-types.safetensors"));
        Assert.Equal(12, file.Entries.Count);
        Assert.Equal("ja", file.Metadata["schön"]);
        Assert.Equal([0.1f, -2.5f], file.ReadSingle("f64"));
        Assert.Equal([-(1L << 62), 7], file.ReadInt64("i64"));
        Assert.Equal([0, 1, 2, 3, 4, 5.5f], file.ReadSingle("f32"));
        Assert.Equal([2L, 3], file.Entries["f32"].Shape);
        Assert.Equal([-70000L], file.ReadInt64("i32"));
        Assert.Equal([1, -0.5f, 65504, 5.9604645e-8f], file.ReadSingle("f16"));
        Assert.Equal([1, -2, 3.140625f], file.ReadSingle("bf16"));
        Assert.Equal([-300L, 300], file.ReadInt64("i16"));
        Assert.Equal([-1L, 127], file.ReadInt64("i8"));
        Assert.Equal([0L, 255], file.ReadInt64("u8"));
        Assert.Equal([1L, 0, 1], file.ReadInt64("bool"));
        Assert.Equal([42f], file.ReadSingle("scalar"));
        Assert.Empty(file.Entries["scalar"].Shape);
        Assert.Empty(file.ReadSingle("empty"));
    }

    [Fact]
    public void What_is_written_is_read_back_and_starts_on_multiples_of_its_element_size()
    {
        var path = _folder.File("a.safetensors");
        var flags = new NamedArray("flags", ElementType.Bool, [3], new byte[] { 1, 0, 1 });
        var wide = new NamedArray("wide", ElementType.F64, [1], BitConverter.GetBytes(Math.PI));
        SafetensorsWriter.Write(path,
            [flags, NamedArray.OfSingles("singles", [2, 2], [1, 2, 3, float.NaN]), NamedArray.OfHalves("halves", [3], [0.1f, -1, 65504]), NamedArray.OfInt64s("whole", [2], [long.MinValue, long.MaxValue]), wide],
            new Dictionary<string, string> { ["backbone"] = "clip" });

        using var file = SafetensorsFile.Open(path);
        Assert.Equal([1, 2, 3, float.NaN], file.ReadSingle("singles"));
        Assert.Equal([(float)(Half)0.1f, -1, 65504], file.ReadSingle("halves"));
        Assert.Equal([long.MinValue, long.MaxValue], file.ReadInt64("whole"));
        Assert.Equal(BitConverter.GetBytes(Math.PI), file.Bytes("wide").ToArray());
        Assert.Equal([1, 0, 1], file.Bytes("flags").ToArray());
        Assert.Equal("clip", file.Metadata["backbone"]);
        Assert.All(file.Entries.Values, entry => Assert.Equal(0, entry.Offset % entry.DType.ByteSize()));
        Assert.Equal([3f, float.NaN], file.ReadSingle("singles", 2, 2));
    }

    [Fact]
    public void A_file_without_arrays_is_a_file()
    {
        var path = _folder.File("none.safetensors");
        SafetensorsWriter.Write(path, []);
        using var file = SafetensorsFile.Open(path);
        Assert.Empty(file.Entries);
    }

    [Theory]
    [InlineData("", "header size", "8 bytes were expected; the file has 0")]
    [InlineData("0100", "header size", "the file has 2")]
    [InlineData("ffffffffffffffff", "header size", "18,446,744,073,709,551,615 are announced")]
    [InlineData("01e1f50500000000", "header size", "100,000,001 are announced")]
    [InlineData("0a000000000000007b7d", "header size", "the file ends after 2")]
    [InlineData("0000000000000000", "header size", "at least the 2 bytes")]
    public void A_damaged_size_is_refused(string bytes, string field, string message)
    {
        var path = _folder.File("bad.safetensors");
        File.WriteAllBytes(path, Convert.FromHexString(bytes));
        Refused(path, "offset 0", field, message);
    }

    [Theory]
    [InlineData("""[1, 2]""", "offset 8", "'{' was expected")]
    [InlineData("""{"x":""", "offset 13", "well-formed JSON")]
    [InlineData("""{} {}""", "offset 1", "well-formed JSON")]
    [InlineData("""{"x":3}""", "offset 9, tensor 'x'", "Number is there")]
    [InlineData("""{"x":{"dtype":"F8","shape":[2],"data_offsets":[0,8]}}""", "field dtype", "'F8' is there")]
    [InlineData("""{"x":{"dtype":4,"shape":[2],"data_offsets":[0,8]}}""", "field dtype", "'4' is there")]
    [InlineData("""{"x":{"shape":[2],"data_offsets":[0,8]}}""", "field dtype", "BOOL was expected")]
    [InlineData("""{"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "field shape", "a list of whole numbers")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "field shape[0]", "-2 is there")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", "field shape[0]", "2.5 is there")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4000000000,4000000000],"data_offsets":[0,8]}}""", "field shape", "too large")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2]}}""", "field data_offsets", "a list of whole numbers")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "field data_offsets", "begin ≤ end")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "field data_offsets", "takes 8 bytes; [0, 4] spans 4")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""", "field more", "only dtype, shape and data_offsets")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "tensor 'x', field data_offsets", "a gap of 4 bytes")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"y":{"dtype":"U8","shape":[5],"data_offsets":[3,8]}}""", "tensor 'y'", "an overlap of 1 bytes")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "end of the data", "4 bytes follow")]
    [InlineData("""{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "tensor 'x'", "truncated")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "tensor 'x'", "appear once")]
    [InlineData("""{"__metadata__":{"a":1},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "__metadata__.a", "a string was expected")]
    [InlineData("""{"__metadata__":["a"]}""", "__metadata__", "Array is there")]
    [InlineData("""{"x":{"dtype":"U8","shape":[8],"data_offsets":[9223372036854775799,9223372036854775807]}}""", "field data_offsets", "too large")]
    public void A_damaged_header_is_refused_with_offset_and_field(string header, string place, string message) =>
        Refused(WithHeader(header, 8), "offset ", place, message);

    [Fact]
    public void Every_truncation_of_a_file_is_refused()
    {
        var whole = File.ReadAllBytes(WithHeader(OneArray, 8));
        var path = _folder.File("short.safetensors");
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Throws<DataFormatException>(() => SafetensorsFile.Open(path).Dispose());
        }
        File.WriteAllBytes(path, whole);
        SafetensorsFile.Open(path).Dispose();
    }

    [Fact]
    public void Reading_another_kind_of_type_is_refused_with_the_field()
    {
        using var file = SafetensorsFile.Open(Fixtures.Find("safetensors/all-types.safetensors"));
        var error = Assert.Throws<DataFormatException>(() => file.ReadSingle("i32"));
        Assert.Contains("tensor 'i32', field dtype: a floating-point type was expected, I32 is there", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<DataFormatException>(() => file.ReadInt64("bf16"));
        Assert.Contains("a whole-number type was expected, BF16 is there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_names_parts_outside_and_use_after_disposal_are_errors()
    {
        var file = SafetensorsFile.Open(WithHeader(OneArray, 8));
        Assert.Contains("there is no tensor 'y'; the file has 'x'", Assert.Throws<KeyNotFoundException>(() => file.ReadSingle("y")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadSingle("x", 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadSingle("x", -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Bytes("x", 8, 1).Length);
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.ReadSingle("x"));
        file.Dispose();
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_named()
    {
        Assert.Contains("this is a folder", Assert.Throws<DataFormatException>(() => SafetensorsFile.Open(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Open(_folder.File("none")));
    }

    [Fact]
    public void An_open_file_stays_readable_while_it_is_replaced()
    {
        var path = _folder.File("a.safetensors");
        SafetensorsWriter.Write(path, [NamedArray.OfSingles("x", [1], [1])]);
        using var old = SafetensorsFile.Open(path);
        SafetensorsWriter.Write(path, [NamedArray.OfSingles("x", [1], [2])]);
        using var replaced = SafetensorsFile.Open(path);
        Assert.Equal((1f, 2f), (old.ReadSingle("x")[0], replaced.ReadSingle("x")[0]));
    }

    [Fact]
    public void The_writer_refuses_wrong_sizes_double_names_and_values_outside_F16()
    {
        var path = _folder.File("a.safetensors");
        Assert.Contains("takes 8 bytes; 4 were given", Assert.Throws<ArgumentException>(() => NamedArray.OfSingles("x", [2], [1])).Message, StringComparison.Ordinal);
        var x = NamedArray.OfSingles("x", [1], [1]);
        Assert.Contains("'x' is given twice", Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(path, [x, x])).Message, StringComparison.Ordinal);
        Assert.Contains("reserved", Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(path, [x with { Name = "__metadata__" }])).Message, StringComparison.Ordinal);
        Assert.Contains("value 1 is 70000", Assert.Throws<ArgumentException>(() => NamedArray.OfHalves("x", [2], [1, 70000])).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    private static void Refused(string path, params string[] parts)
    {
        var error = Assert.Throws<DataFormatException>(() => SafetensorsFile.Open(path));
        Assert.Equal(path, error.Path);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private string WithHeader(string header, int dataBytes)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var path = _folder.File("file.safetensors");
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. new byte[dataBytes]]);
        return path;
    }
}
