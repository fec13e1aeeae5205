using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order of insertion, indexed by key or by position.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> _entries = [];

    /// <summary>Number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys in order.</summary>
    public ICollection<TKey> Keys => _entries.Keys;

    /// <summary>The values in order.</summary>
    public ICollection<TValue> Values => _entries.Values;

    /// <summary>The entry at a position.</summary>
    public (TKey, TValue) this[int index]
    {
        get
        {
            var entry = _entries.GetAt(index);
            return (entry.Key, entry.Value);
        }
        set => _entries.SetAt(index, value.Item1, value.Item2);
    }

    /// <summary>The value of a key; setting a new key appends it.</summary>
    public TValue this[TKey key]
    {
        get => _entries[key];
        set => _entries[key] = value;
    }

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> keys() => _entries.Keys;

    /// <summary>The values in order.</summary>
    public IEnumerable<TValue> values() => _entries.Values;

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    /// <summary>The entries in order.</summary>
    public IEnumerator<(TKey, TValue)> GetEnumerator()
    {
        foreach (var (key, value) in _entries)
            yield return (key, value);
    }

    /// <summary>Appends an entry. Throws when the key is there.</summary>
    public void Add(TKey key, TValue value) => _entries.Add(key, value);

    /// <summary>Appends an entry. Throws when the key is there.</summary>
    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    /// <summary>Appends an entry. Throws when the key is there.</summary>
    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    /// <summary>Inserts an entry at a position.</summary>
    public void Insert(int index, (TKey, TValue) item) => _entries.Insert(index, item.Item1, item.Item2);

    /// <summary>Removes a key.</summary>
    public bool Remove(TKey key) => _entries.Remove(key);

    /// <summary>Removes an entry when key and value match.</summary>
    public bool Remove(KeyValuePair<TKey, TValue> item) => Contains(item) && Remove(item.Key);

    /// <summary>Removes an entry when key and value match.</summary>
    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    /// <summary>Removes the entry at a position.</summary>
    public void RemoveAt(int index) => _entries.RemoveAt(index);

    /// <summary>Removes everything.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Removes everything.</summary>
    public void clear() => _entries.Clear();

    /// <summary>Whether the key is there.</summary>
    public bool ContainsKey(TKey key) => _entries.ContainsKey(key);

    /// <summary>The value of a key, if it is there.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) =>
        _entries.TryGetValue(key, out value);

    /// <summary>Whether key and value are there together.</summary>
    public bool Contains((TKey, TValue) item) =>
        TryGetValue(item.Item1, out var value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    /// <summary>Whether key and value are there together.</summary>
    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains((item.Key, item.Value));

    /// <summary>The position of an entry, -1 when it is not there.</summary>
    public int IndexOf((TKey, TValue) item) => Contains(item) ? _entries.IndexOf(item.Item1) : -1;

    /// <summary>Copies the entries in order.</summary>
    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach (var entry in this)
            array[arrayIndex++] = entry;
    }

    /// <summary>Copies the entries in order.</summary>
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in this)
            array[arrayIndex++] = KeyValuePair.Create(key, value);
    }

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator()
    {
        foreach (var (key, value) in _entries)
            yield return KeyValuePair.Create(key, value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
