namespace Workbench.Report.Display;

/// <summary>
/// Tells .NET Interactive how to show a type. It looks for an attribute of this name on the type, wherever it is declared, so that a
/// library need not refer to it (dotnet/interactive, docs/formatting.md); our own kernel calls <c>ToMimeBundle</c> instead.
/// </summary>
/// <param name="formatterSourceType">A type with a method <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>What is shown where nothing is asked for; each must always be producible.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
