using System.Diagnostics.CodeAnalysis;
using Workbench.Kernel.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as code in it sees it.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Notebooks call these on the instance.")]
public sealed class KernelInvocationContext
{
    private readonly CellContext _context;

    private KernelInvocationContext(CellContext context) => _context = context;

    /// <summary>The running cell; null outside of a notebook.</summary>
    public static KernelInvocationContext? Current => CellContext.Current is { } context ? new KernelInvocationContext(context) : null;

    /// <summary>Cancelled when the cell is interrupted: hand it to long calls.</summary>
    public CancellationToken CancellationToken => _context.Token;

    /// <summary>Shows a value now.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text as content of a MIME type.</summary>
    public DisplayedValue DisplayAs(string value, string mimeType) => DisplayedValue.ShowLiteral(value, mimeType);
}
