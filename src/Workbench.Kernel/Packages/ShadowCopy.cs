using System.Security.Cryptography;
using System.Text;

namespace Workbench.Kernel.Packages;

/// <summary>
/// Copies of the assemblies that a notebook refers to: the user may rebuild the original while the notebook runs, which
/// would fail (Windows) or crash us (Linux) if we had it open.
/// </summary>
internal sealed class ShadowCopy(string folder)
{
    /// <summary>The copy of the file as it is now; with it its symbols.</summary>
    public string Of(string path)
    {
        FileInfo file = new(path);
        string key = $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}";
        string place = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]);
        string copy = Path.Combine(place, file.Name);
        if (File.Exists(copy))
            return copy;
        Directory.CreateDirectory(place);
        string symbols = Path.ChangeExtension(path, ".pdb");
        if (File.Exists(symbols))
            Copy(symbols, Path.ChangeExtension(copy, ".pdb"));
        Copy(path, copy);
        return copy;
    }

    private static void Copy(string from, string to)
    {
        string temporary = $"{to}.{Path.GetRandomFileName()[..8]}.tmp";
        File.Copy(from, temporary);
        File.Move(temporary, to, overwrite: true);
    }
}
