using System.Security.Cryptography;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>Opens a file of weights as the backbone that its names say it is.</summary>
public static class BackboneFile
{
    /// <summary>Loads a CLIP ViT (<see cref="ClipWeights"/>) or an S3D (<see cref="S3dWeights"/>).</summary>
    /// <param name="path">The weights.</param>
    /// <param name="clip">For a CLIP.</param>
    /// <param name="s3d">For an S3D.</param>
    /// <exception cref="DataFormatException">Neither of them, or damaged.</exception>
    public static IBackbone Load(string path, ClipBackboneOptions? clip = null, S3dBackboneOptions? s3d = null) =>
        IsS3d(path) ? S3dBackbone.Load(path, s3d) : ClipBackbone.Load(path, clip);

    /// <summary>Whether a file holds an S3D; whatever else it holds is tried as a CLIP, whose reader says what is missing.</summary>
    public static bool IsS3d(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        return S3dWeights.Has(file);
    }

    /// <summary>Whether a file holds a DAVEnet, which encodes sound and is no <see cref="IBackbone"/>: <see cref="DavenetEncoder"/> loads it.</summary>
    public static bool IsDavenet(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        return DavenetWeights.Has(file);
    }

    /// <summary>The first eight digits of a file's SHA-256.</summary>
    internal static string Digits(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..8];
    }
}
