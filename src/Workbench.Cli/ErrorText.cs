using System.Reflection;
using System.Text.RegularExpressions;
using Workbench.Data;
using Workbench.Torch;

namespace Workbench.Cli;

/// <summary>The one line a user sees of an error that is not our bug.</summary>
internal static partial class ErrorText
{
    /// <summary>The error inside the wrappers that tasks, reflection and static fields put around it.</summary>
    public static Exception Unwrap(Exception e) => e switch
    {
        AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException or TypeInitializationException
            when e.InnerException is { } inner => Unwrap(inner),
        _ => e,
    };

    /// <summary>One line that says what is wrong; null for an exception nobody expects, which is a bug.</summary>
    public static string? OfKnown(Exception e)
    {
        e = Unwrap(e);
        return e switch
        {
            ArgumentNullException => null,
            DataFormatException => OneLine(e.Message),
            FileNotFoundException { FileName: { Length: > 0 } file } when !e.Message.Contains(file, StringComparison.Ordinal) => OneLine($"{file}: {e.Message}"),
            ArgumentException or IOException or UnauthorizedAccessException => OneLine(e.Message),
            PlatformNotSupportedException or DllNotFoundException or TorchUnavailableException => OneLine(e.Message),
            OutOfMemoryException => "out of memory: " + OneLine(e.Message),
            _ => null,
        };
    }

    /// <summary>Without "(Parameter 'x')", which speaks of our code, and without line ends.</summary>
    private static string OneLine(string message) => Blanks().Replace(Parameter().Replace(message, ""), " ").Trim();

    [GeneratedRegex(@"\s*\(Parameter '[^']*'\)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Blanks();
}
