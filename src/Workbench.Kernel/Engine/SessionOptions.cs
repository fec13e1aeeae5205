namespace Workbench.Kernel.Engine;

/// <summary>What a session needs to know of the outside.</summary>
internal sealed record SessionOptions
{
    /// <summary>Folder for restored packages and shadow copies.</summary>
    public string Cache { get; init; } = DefaultCache();

    /// <summary>The .workbench folder of the checkout, else the user's own cache folder.</summary>
    private static string DefaultCache()
    {
        try
        {
            return Path.Combine(WorkbenchPaths.Locate().Cache, "notebook");
        }
        catch (DirectoryNotFoundException)
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "workbench", "notebook");
        }
    }
}
