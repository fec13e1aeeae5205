using System.Reflection;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Loads compiled cells and starts them. Each cell leaves its variables in a slot as soon as it starts, so that they
/// survive when it throws or is interrupted.
/// </summary>
internal sealed class SubmissionRunner(SessionLoadContext context)
{
    private object?[] _slots = new object?[64];
    private int _used = 1; // Slot 0 is the host object, which we have not.

    /// <summary>What the cells so far left, oldest first.</summary>
    public IEnumerable<object> Submissions => _slots.Take(_used + 1).OfType<object>();

    /// <summary>Loads the cell; the function that comes back runs it.</summary>
    public Func<Task<object?>> Load(CompiledCell cell)
    {
        using MemoryStream image = new(cell.Image), symbols = new(cell.Symbols);
        Assembly assembly = context.LoadFromStream(image, symbols);
        MethodInfo method = assembly.GetType(cell.EntryType, throwOnError: true)!
            .GetMethod(cell.EntryMethod, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var entry = method.CreateDelegate<Func<object?[], Task<object?>>>();
        if (++_used >= _slots.Length)
            Array.Resize(ref _slots, _slots.Length * 2);
        object?[] slots = _slots;
        return () => entry(slots);
    }
}
