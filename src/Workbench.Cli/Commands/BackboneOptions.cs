using System.CommandLine;
using Workbench.Backbones;
using static TorchSharp.torch;

namespace Workbench.Cli.Commands;

/// <summary>The options by which a command is told its backbone, and loading it. Weights are recognised by the names in the file.</summary>
internal sealed class BackboneOptions
{
    public const string Clip = "clip", S3d = "s3d";

    /// <summary>Hears instead of seeing, so only pre-training takes it by name; extraction knows it by its weights.</summary>
    public const string Davenet = "davenet";

    private readonly Option<string?> _kind = new("--backbone")
    {
        Description = $"{Clip}: frames and byte-pair tokens. {S3d}: clips of frames and word vectors (S3D-G, MIL-NCE). Default: what the weights are, else {Clip}.",
    };

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "CLIP under OpenAI's names (such as ViT-B-32.pt) or S3D under its authors' (s3d_howto100m.pth): safetensors, a PyTorch checkpoint (.pt, .pth) or a TorchScript archive. "
            + "Default: data/weights/clip-tiny.safetensors or s3d-tiny.safetensors.",
    };

    private readonly Option<string?> _vocabulary = new("--merges", "--vocabulary")
    {
        Description = "Where the weights bring none: CLIP's merges file; S3D's words (dict.npy, JSON, or a word a line).",
    };

    public BackboneOptions() => _kind.AcceptOnlyFromAmong(Clip, S3d);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _kind, _weights, _vocabulary })
            command.Options.Add(option);
    }

    /// <summary>The file that is asked for, or the committed one.</summary>
    public string File(ParseResult parsed, WorkbenchPaths paths) =>
        parsed.GetValue(_weights) ?? Path.Combine(paths.Weights, $"{parsed.GetValue(_kind) ?? Clip}-tiny.safetensors");

    /// <summary>Loads the backbone.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="paths">Where the committed weights are.</param>
    /// <param name="clip">Further options of a CLIP.</param>
    /// <param name="s3d">Further options of an S3D.</param>
    /// <exception cref="ArgumentException">--backbone names another kind than the weights are.</exception>
    public IBackbone Load(ParseResult parsed, WorkbenchPaths paths, ClipBackboneOptions? clip = null, S3dBackboneOptions? s3d = null)
    {
        string file = File(parsed, paths);
        string? kind = parsed.GetValue(_kind), vocabulary = parsed.GetValue(_vocabulary);
        string found = BackboneFile.IsS3d(file) ? S3d : Clip;
        if (kind is not null && kind != found && found == S3d)
            throw new ArgumentException($"--backbone {kind} was asked for; {file} holds an S3D.");
        return kind == S3d || found == S3d
            ? S3dBackbone.Load(file, (s3d ?? new S3dBackboneOptions()) with { Vocabulary = vocabulary })
            : ClipBackbone.Load(file, (clip ?? new ClipBackboneOptions()) with { MergesFile = vocabulary });
    }
}
