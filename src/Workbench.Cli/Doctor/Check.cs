namespace Workbench.Cli.Doctor;

/// <summary>One thing the workbench needs or likes, and whether it is there.</summary>
/// <param name="Name">What: "ffmpeg".</param>
/// <param name="State">Whether it will do.</param>
/// <param name="Found">What was found, or what is wrong.</param>
/// <param name="Fix">The command or sentence that sets it right; null where nothing needs to be.</param>
internal sealed record Check(string Name, CheckState State, string Found, string? Fix = null)
{
    /// <summary>The command that installs a Debian package, with sudo where this user needs it.</summary>
    public static string Install(string package) =>
        (Environment.IsPrivilegedProcess ? "" : "sudo ") + $"apt-get install -y {package}";
}
