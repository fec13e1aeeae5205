namespace Workbench.Tests;

/// <summary>A theory on public annotation files: skipped, with the missing file as its reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicDataTheoryAttribute : TheoryAttribute
{
    /// <param name="files">Files or folders relative to <see cref="PublicData.Root"/>, for example "GroundingYouTube/seg.json".</param>
    public PublicDataTheoryAttribute(params string[] files) => Skip = PublicData.WhyMissing(files);
}
