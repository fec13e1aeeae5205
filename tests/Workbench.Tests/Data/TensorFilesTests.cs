using System.Text.Json;
using Workbench.Data;

namespace Workbench.Tests.Data;

/// <summary>Files of weights as PyTorch and NumPy wrote them, and what hostile ones get.</summary>
public sealed class TensorFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain.pt")]
    [InlineData("checkpoint.pth.tar")]
    [InlineData("legacy.pth.tar")]
    [InlineData("scripted.pt")]
    [InlineData("arrays.npz")]
    [InlineData("compressed.npz")]
    [InlineData("array.npy")]
    public void What_was_written_is_read(string file)
    {
        JsonElement expected = Fixture.Json("weights/expected.json").GetProperty(file);
        using ITensorFile opened = TensorFiles.Open(Fixtures.Find("weights/" + file));
        Assert.Equal(expected.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), opened.Entries.Keys.Order(StringComparer.Ordinal));
        foreach (JsonProperty array in expected.EnumerateObject())
        {
            double[] values = [.. array.Value.GetProperty("values").EnumerateArray().Select(v => v.GetDouble())];
            TensorEntry entry = opened.Entries[array.Name];
            Assert.Equal(array.Value.GetProperty("shape").EnumerateArray().Select(v => v.GetInt64()), entry.Shape);
            if (entry.DType.IsFloatingPoint())
                Assert.Equal(values.Select(v => (float)v), opened.ReadSingle(array.Name));
            else
                Assert.Equal(values.Select(v => (long)v), opened.ReadInt64(array.Name));
        }
    }

    [Theory]
    [InlineData("checkpoint.pth.tar")]
    [InlineData("legacy.pth.tar")]
    public void Beside_the_weights_a_checkpoint_says_what_it_is(string file)
    {
        using ITensorFile opened = TensorFiles.Open(Fixtures.Find("weights/" + file));
        Assert.Equal("3", opened.Metadata["epoch"]);
        Assert.Equal("s3d", opened.Metadata["arch"]);
        Assert.Equal("0.25", opened.Metadata["best"]);
        Assert.Equal("state_dict", opened.Metadata["weights under"]);
    }

    [Theory]
    [InlineData("evil-system.pt", "'posix.system' is refused")]
    [InlineData("evil-module.pt", "'__main__.Net' is refused")]
    [InlineData("evil-short.pt", "is said to have 4 elements of F32; the entry has 8 bytes")]
    [InlineData("evil-bomb.pt", "the entry has 4000000 bytes")]
    [InlineData("evil-size.pt", "sizes [2147483647], strides [1] and offset 0 do not fit into its storage of 4 elements")]
    [InlineData("evil-offset.pt", "offset 2 do not fit into its storage of 4 elements")]
    [InlineData("evil-lost.pt", "data/9 is missing")]
    [InlineData("object.npy", "'|O' is there")]
    [InlineData("fortran.npy", "row-major order was expected")]
    [InlineData("make_weights.py", "safetensors, a PyTorch checkpoint, TorchScript, .npz, .npy or HDF5 was expected")]
    public void Hostile_and_strange_files_are_refused_by_name(string file, string message)
    {
        var error = Assert.Throws<DataFormatException>(() => TensorFiles.Open(Fixtures.Find("weights/" + file)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain.pt")]
    [InlineData("legacy.pth.tar")]
    [InlineData("scripted.pt")]
    [InlineData("compressed.npz")]
    [InlineData("array.npy")]
    public void A_file_cut_or_changed_anywhere_is_refused_or_read_and_never_anything_else(string file)
    {
        byte[] whole = File.ReadAllBytes(Fixtures.Find("weights/" + file));
        var random = new Random(11);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] bytes = [.. whole];
            if (trial % 3 == 0)
                bytes = bytes[..random.Next(1, bytes.Length)];
            else
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            string path = _folder.File($"{trial}-{file}");
            File.WriteAllBytes(path, bytes);
            try
            {
                using ITensorFile opened = TensorFiles.Open(path);
                foreach ((string name, TensorEntry entry) in opened.Entries)
                    Assert.Equal(entry.Count, entry.DType.IsFloatingPoint() ? opened.ReadSingle(name).LongLength : opened.ReadInt64(name).LongLength);
            }
            catch (DataFormatException)
            {
            }
        }
    }
}
