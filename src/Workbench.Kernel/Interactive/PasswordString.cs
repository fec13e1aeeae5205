namespace Microsoft.DotNet.Interactive;

/// <summary>Something secret that the user typed; shows itself as dots.</summary>
public sealed class PasswordString(string? password)
{
    /// <summary>What was typed.</summary>
    public string? GetClearTextPassword() => password;

    /// <inheritdoc/>
    public override string ToString() => "••••••";
}
