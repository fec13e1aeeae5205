namespace Workbench.Kernel.Tests.Clients;

/// <summary>A test with a real client: skipped, with the reason, where the client is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    /// <param name="client">"jupyter-nbconvert", "jupyter-execute", "jupyter-console", … on the PATH, or "vscode" for the npm packages of tests/clients.</param>
    public ClientFactAttribute(string client) => Skip = WhyMissing(client);

    private static string? WhyMissing(string client)
    {
        if (client != "vscode")
            return RealClient.OnPath(client) is not null ? null : $"{client} is not installed";
        if (RealClient.OnPath("node") is null)
            return "node is not installed";
        return Directory.Exists(Path.Combine(RealClient.Scripts, "node_modules", "zeromq")) && Directory.Exists(Path.Combine(RealClient.Scripts, "node_modules", "@jupyterlab"))
            ? null : "the npm packages of tests/clients are not installed (npm install --no-package-lock there)";
    }
}
