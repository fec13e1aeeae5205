namespace Workbench.Data;

/// <summary>How HowTo100M-style captions are read.</summary>
public sealed record CaptionOptions : ReadOptions
{
    /// <summary>Read only these videos; null (default) reads all. The full HowTo100M has 136 million captions: name the videos wanted.</summary>
    public IReadOnlySet<string>? Videos { get; init; }
}
