namespace Workbench.Kernel.Engine;

/// <summary>What to do about errors that only cells have: C# there is the compiler's script dialect.</summary>
internal static class ErrorHints
{
    private static readonly Dictionary<string, string> s_hints = new()
    {
        ["CS1106"] = "in a cell write extension methods at the top level, outside of any class",
        ["CS1109"] = "in a cell write extension methods at the top level, outside of any class",
        ["CS7021"] = "a cell has no namespaces; leave the declaration out",
        ["CS7014"] = "attributes on the top level of a cell are not possible",
        ["CS8345"] = "variables of a cell are fields; keep spans inside a method or a block",
        ["CS8175"] = "variables of a cell are fields; keep refs inside a method or a block",
    };

    /// <summary>" (in a cell …)" or nothing.</summary>
    public static string For(string id) => s_hints.TryGetValue(id, out string? hint) ? $" ({hint})" : "";
}
