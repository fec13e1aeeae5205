namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>
/// Three sets speak about the same test videos. Instead of copies, the folder of such a set has a link <c>videos</c> to
/// GroundingYouTube's; where links cannot be made, a text file <c>videos.txt</c> with that relative path.
/// </summary>
internal static class VideosPointer
{
    private const string Target = "../GroundingYouTube/videos";

    public static void Write(string folder)
    {
        string link = Path.Combine(folder, "videos");
        if (Path.Exists(link))
            return;
        try
        {
            Directory.CreateSymbolicLink(link, Target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AtomicFile.WriteText(Path.Combine(folder, "videos.txt"), Target + "\n");
        }
    }
}
