namespace Workbench;

/// <summary>Where things lie in a checkout. <paramref name="Root"/> is the folder of Workbench.sln.</summary>
public sealed record WorkbenchPaths(string Root)
{
    /// <summary>The environment variable by which the launcher says where the checkout is.</summary>
    public const string RootVariable = "WORKBENCH_ROOT";

    /// <summary>The papers' tables, small weights, and what is downloaded or generated.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The published tables and the bibliography.</summary>
    public string Papers => Path.Combine(Data, "papers");

    /// <summary>The committed small backbones.</summary>
    public string Weights => Path.Combine(Data, "weights");

    /// <summary>Generated sets; ignored by git.</summary>
    public string Generated => Path.Combine(Data, "generated");

    /// <summary>Generated and committed: runs, tables, figures.</summary>
    public string Results => Path.Combine(Root, "results");

    /// <summary>One small JSON a run.</summary>
    public string Runs => Path.Combine(Results, "runs");

    /// <summary>Tables as CSV and Markdown.</summary>
    public string Tables => Path.Combine(Results, "tables");

    /// <summary>Figures as SVG and PNG.</summary>
    public string Figures => Path.Combine(Results, "figures");

    /// <summary>What may be deleted at any time: logs, built programs, caches; ignored by git.</summary>
    public string Cache => Path.Combine(Root, ".workbench");

    /// <summary>
    /// The checkout this process belongs to: <c>WORKBENCH_ROOT</c> where set, else the nearest folder at or above the
    /// program's own, then at or above the working directory, that holds Workbench.sln.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static WorkbenchPaths Locate() =>
        Locate(Environment.GetEnvironmentVariable(RootVariable), AppContext.BaseDirectory, Environment.CurrentDirectory);

    internal static WorkbenchPaths Locate(string? named, params string[] starts)
    {
        if (!string.IsNullOrEmpty(named))
        {
            if (!IsRoot(named))
                throw new DirectoryNotFoundException($"{RootVariable} is {named}, which holds no Workbench.sln.");
            return new WorkbenchPaths(Path.GetFullPath(named));
        }
        foreach (string start in starts)
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (IsRoot(folder.FullName))
                    return new WorkbenchPaths(folder.FullName.TrimEnd(Path.DirectorySeparatorChar));
            }
        }
        throw new DirectoryNotFoundException(
            $"No folder at or above {string.Join(" or ", starts)} holds Workbench.sln. Start it by ./workbench, or set {RootVariable}.");
    }

    private static bool IsRoot(string folder) => File.Exists(Path.Combine(folder, "Workbench.sln"));
}
