using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, named "0", "1", …</summary>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> _list = [];

    /// <summary>A list of these modules.</summary>
    public ModuleList(params T[] modules) : base(nameof(ModuleList<>)) => extend(modules);

    /// <summary>Number of modules.</summary>
    public int Count => _list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a position.</summary>
    public T this[int index]
    {
        get => _list[index];
        set => Change(list => list[index] = value);
    }

    /// <summary>Appends a module.</summary>
    public void Add(T item) => Change(list => list.Add(item));

    /// <summary>Appends modules.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Appends modules.</summary>
    public void extend(IEnumerable<T> modules) => Change(list => list.AddRange(modules));

    /// <summary>Inserts a module; those behind it get new names.</summary>
    public void Insert(int index, T item) => Change(list => list.Insert(index, item));

    /// <summary>Removes a module; those behind it get new names.</summary>
    public bool Remove(T item)
    {
        var index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Removes the module at a position; those behind it get new names.</summary>
    public void RemoveAt(int index) => Change(list => list.RemoveAt(index));

    /// <summary>Removes all modules without freeing them.</summary>
    public void Clear() => Change(list => list.Clear());

    /// <summary>Whether the module is in the list.</summary>
    public bool Contains(T item) => _list.Contains(item);

    /// <summary>The position of a module, -1 when it is not there.</summary>
    public int IndexOf(T item) => _list.IndexOf(item);

    /// <summary>Copies the modules.</summary>
    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>The modules in order.</summary>
    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void RegisterComponents() => Change(_ => { });

    private void Change(Action<List<T>> change)
    {
        change(_list);
        ClearModules();
        for (var k = 0; k < _list.Count; k++)
            register_module($"{k}", _list[k]);
    }
}
