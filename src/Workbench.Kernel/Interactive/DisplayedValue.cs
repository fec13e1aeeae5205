using Workbench.Kernel.Display;
using Workbench.Kernel.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>Something on display, which can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext _context;
    private readonly string[] _mimeTypes;

    private readonly bool _isLiteral;

    private DisplayedValue(CellContext context, string[] mimeTypes, bool isLiteral) => (_context, _mimeTypes, _isLiteral) = (context, mimeTypes, isLiteral);

    /// <summary>The identity under which clients know it.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("n");

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? updatedValue) => _context.Display(BundleOf(updatedValue), DisplayId, update: true);

    /// <summary>Shows a value in the running cell, by formatters.</summary>
    internal static DisplayedValue Show(object? value, params string[] mimeTypes) => Show(value, mimeTypes, isLiteral: false);

    /// <summary>Shows text that is content of a MIME type already.</summary>
    internal static DisplayedValue ShowLiteral(string content, string mimeType) => Show(content, [mimeType], isLiteral: true);

    /// <summary>Shows a bundle that is made already.</summary>
    internal static DisplayedValue Show(MimeBundle bundle)
    {
        DisplayedValue displayed = new(CellContext.Require(), [], isLiteral: false);
        displayed._context.Display(bundle, displayed.DisplayId);
        return displayed;
    }

    private static DisplayedValue Show(object? value, string[] mimeTypes, bool isLiteral)
    {
        DisplayedValue displayed = new(CellContext.Require(), mimeTypes, isLiteral);
        displayed._context.Display(displayed.BundleOf(value), displayed.DisplayId);
        return displayed;
    }

    private MimeBundle BundleOf(object? value) =>
        _isLiteral && value is string content ? MimeBundle.Of((_mimeTypes[0], content)) : Bundler.Of(value, _mimeTypes);
}
