using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order they were added.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly OrderedDict<string, T> _entries = [];

    /// <summary>No modules yet.</summary>
    public ModuleDict() : base(nameof(ModuleDict<>))
    {
    }

    /// <summary>Number of modules.</summary>
    public int Count => _entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => _entries.Keys;

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => _entries.Values;

    /// <summary>The entry at a position.</summary>
    public (string, T) this[int index]
    {
        get => _entries[index];
        set => Change(entries => entries[index] = value);
    }

    /// <summary>The module of a name; setting a new name appends it.</summary>
    public T this[string key]
    {
        get => _entries[key];
        set => Change(entries => entries[key] = value);
    }

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => _entries.Keys;

    /// <summary>The modules in order.</summary>
    public IEnumerable<T> values() => _entries.Values;

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> items() => _entries.GetEnumerator();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _entries.GetEnumerator();

    /// <summary>Appends a module. Throws when the name is there.</summary>
    public void Add(string key, T value) => Change(entries => entries.Add(key, value));

    /// <summary>Appends a module. Throws when the name is there.</summary>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <summary>Appends a module. Throws when the name is there.</summary>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <summary>Inserts a module at a position.</summary>
    public void Insert(int index, (string, T) item) => Change(entries => entries.Insert(index, item));

    /// <summary>Removes a name.</summary>
    public bool Remove(string key)
    {
        var found = false;
        Change(entries => found = entries.Remove(key));
        return found;
    }

    /// <summary>Removes an entry when name and module match.</summary>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Removes an entry when name and module match.</summary>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a position.</summary>
    public void RemoveAt(int index) => Change(entries => entries.RemoveAt(index));

    /// <summary>Removes everything without freeing it.</summary>
    public void Clear() => Change(entries => entries.Clear());

    /// <summary>Removes everything without freeing it.</summary>
    public void clear() => Clear();

    /// <summary>Whether the name is there.</summary>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>Whether name and module are there together.</summary>
    public bool Contains((string, T) item) => _entries.Contains(item);

    /// <summary>Whether name and module are there together.</summary>
    public bool Contains(KeyValuePair<string, T> item) => _entries.Contains(item);

    /// <summary>The module of a name, if it is there.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    /// <summary>The position of an entry, -1 when it is not there.</summary>
    public int IndexOf((string, T) item) => _entries.IndexOf(item);

    /// <summary>Copies the entries.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <summary>Copies the entries.</summary>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void RegisterComponents() => Change(_ => { });

    private void Change(Action<OrderedDict<string, T>> change)
    {
        change(_entries);
        ClearModules();
        foreach (var (key, module) in _entries)
            register_module(key, module);
    }
}
