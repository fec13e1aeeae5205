using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something on display, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext _context;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(CellContext context, string displayId, string[] mimeTypes) =>
        (_context, DisplayId, _mimeTypes) = (context, displayId, mimeTypes);

    /// <summary>The identity under which clients know it.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? updatedValue) => _context.Display(Bundler.Of(updatedValue, _mimeTypes), DisplayId, update: true);
}
