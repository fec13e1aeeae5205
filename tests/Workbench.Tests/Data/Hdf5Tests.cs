using Workbench.Data;

namespace Workbench.Tests.Data;

/// <summary>The fixture is made by h5py; its values are row + column / 8.</summary>
public sealed class Hdf5Tests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Path => Fixtures.Find("hdf5/features.h5");

    private static float[] Values(int rows, int columns) => [.. from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) select r + (c / 8f)];

    [Fact]
    public void Data_sets_of_any_layout_type_and_byte_order_are_read()
    {
        using ITensorFile file = TensorFiles.Open(Path);
        Assert.Equal(["3MSZA", "alias", "half", "long", "s13-d21.avi", "v_abc/c3d_features", "whole"], file.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Values(5, 4), file.ReadSingle("3MSZA"));
        Assert.Equal(Values(5, 4), file.ReadSingle("alias"));
        Assert.Equal(Values(6, 4), file.ReadSingle("s13-d21.avi"));
        Assert.Equal(Values(3, 4), file.ReadSingle("v_abc/c3d_features"));
        Assert.Equal(Values(2, 4), file.ReadSingle("half"));
        Assert.Equal([0, 1, 2, 3, 4, 5], file.ReadInt64("whole"));
        Assert.Equal("F64 [6, 4]", file.Entries["s13-d21.avi"].ToString());
        Assert.Throws<DataFormatException>(() => file.ReadSingle("whole"));
        Assert.Throws<KeyNotFoundException>(() => file.ReadSingle("words"));
    }

    [Fact]
    public void A_damaged_file_says_where_it_is_and_what_was_expected()
    {
        byte[] bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(_folder.File("cut.h5"), bytes[..200]);
        DataFormatException error = Assert.Throws<DataFormatException>(() => TensorFiles.Open(_folder.File("cut.h5")));
        Assert.Contains("cut.h5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_are_imported_once_squeezed_and_what_does_not_fit_is_named()
    {
        var options = new FeatureImportOptions { Name = "c3d" };
        FeatureImportResult result = FeatureImport.Run(Path, _folder.File("store"), options);
        Assert.Equal((6, 0, 23L, 4L, 0), (result.Imported, result.Skipped, result.Rows, result.Width, result.Broken.Count));
        using (FeatureStore store = FeatureStore.Open(_folder.File("store"), "c3d"))
        {
            Assert.Equal(Values(6, 4), store.Read("s13-d21.avi", "global").Values);
            Assert.Equal(Values(3, 4), store.Read("v_abc", "global").Values);
            Assert.Equal([2L, 4L], store.Read("long", "global").Shape);
        }

        Assert.Equal(6, FeatureImport.Run(Path, _folder.File("store"), options).Skipped);
        Assert.Contains("VIDEO/other", Assert.Throws<DataFormatException>(() => FeatureImport.Run(Path, _folder.File("none"), options with { Dataset = "other" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_one_file_a_video_is_imported_and_its_broken_files_are_named()
    {
        Directory.CreateDirectory(_folder.File("npy"));
        File.WriteAllBytes(_folder.File("npy/good.npy"), Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 3), }", [1, 2, 3, 4, 5, 6]));
        File.WriteAllBytes(_folder.File("npy/wide.npy"), Npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 4), }", [1, 2, 3, 4]));
        File.WriteAllText(_folder.File("npy/bad.npy"), "no array");
        FeatureImportResult result = FeatureImport.Run(_folder.File("npy"), _folder.File("store"), new FeatureImportOptions { Name = "i3d" });
        Assert.Equal(["bad", "wide"], result.Broken.Select(b => b.Video));
        Assert.Contains("4 wide, the features before 3", result.Broken[1].Reason, StringComparison.Ordinal);
        using FeatureStore store = FeatureStore.Open(_folder.File("store"));
        Assert.Equal([1, 2, 3, 4, 5, 6], store.Read("good", "global").Values);
        Assert.Equal([2L, 3L], store.Read("good", "global").Shape);
    }

    /// <summary>NumPy's format, version 1.</summary>
    private static byte[] Npy(string header, float[] values)
    {
        string padded = header.PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)padded.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(padded), .. values.SelectMany(BitConverter.GetBytes)];
    }
}
