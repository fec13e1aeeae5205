using Microsoft.AspNetCore.Html;
using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>The functions that every cell has, as in .NET Interactive.</summary>
public static class Kernel
{
#pragma warning disable IDE1006 // The name that notebooks use.
    /// <summary>Shows a value now; with MIME types given, in those.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
#pragma warning restore IDE1006
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        return DisplayedValue.Show(value, mimeTypes);
    }

    /// <summary>Text that is HTML.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the client.</summary>
    public static void Javascript(string scriptContent) => DisplayedValue.Show(LanguageOutput.Script(scriptContent));

    /// <summary>Adds a style sheet to the client's page.</summary>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"));

    /// <summary>Asks the user for a line of text.</summary>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text")
    {
        CellContext context = CellContext.Require();
        context.Session.Console.Flush();
        return context.Output.AskAsync(prompt, typeHint == "password", context.Token);
    }

    /// <summary>Asks the user for something that must not be seen.</summary>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        new(await GetInputAsync(prompt, "password").ConfigureAwait(false));
}
