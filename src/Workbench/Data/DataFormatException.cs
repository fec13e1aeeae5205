namespace Workbench.Data;

/// <summary>A file that is not what it should be. The message names the file, the place in it and what was expected there.</summary>
public sealed class DataFormatException : Exception
{
    public DataFormatException(string path, string place, string expectation, Exception? inner = null)
        : base($"{path}: {place}: {expectation}", inner) => (Path, Place, Expectation) = (path, place, expectation);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The entry, field or offset.</summary>
    public string Place { get; }

    /// <summary>What was expected there, and what is there instead.</summary>
    public string Expectation { get; }
}
